namespace SiteGen.Core.Tests.Hygiene;

/// <summary>The other hygiene tests are worth as much as their tools can see.</summary>
public sealed class HygieneToolTests
{
    // Source, then what is left of it: a dot stands for a masked character.
    [Theory]
    [InlineData("a // b", "a ....")]
    [InlineData("a /* b\n */ c", "a ....\n... c")]
    [InlineData("x = '{' + '\\'' + '\\u0041';", "x = ... + .... + ........;")]
    [InlineData("x = \"a\\\"{\" + y;", "x = ...... + y;")]
    [InlineData("x = @\"a\\\" + y;", "x = ..... + y;")]
    [InlineData("x = @\"a\"\"{\" + y;", "x = ....... + y;")]
    [InlineData("x = $\"a{b}c\" + y;", "x = ....b... + y;")]
    [InlineData("x = $\"{{a}}{b[\"}\"]}\" + y;", "x = ........b[...].. + y;")]
    [InlineData("x = $@\"\\{b}\" + y;", "x = .....b.. + y;")]
    [InlineData("x = \"\" + y;", "x = .. + y;")]
    [InlineData("x = \"\"\"a\"{\"\"\" + y;", "x = ......... + y;")]
    [InlineData("x = $$\"\"\"{a}{{b}}\"\"\" + y;", "x = ..........b..... + y;")]
    [InlineData("#region it's\nx", "............\nx")]
    [InlineData("@class = a is '\"' ? 1 : 2; // \"", "@class = a is ... ? 1 : 2; ....")]
    public void Only_code_is_left_of_a_source(string source, string masked) =>
        Assert.Equal(masked.Replace('.', ' '), CodeMask.Of(source));

    [Fact]
    public void Members_are_found_with_their_lines()
    {
        const string Source = """
            using System;
            namespace A;
            sealed record Pair(int A, int B);
            class C<T>(int a) : B(a) where T : class
            {
                static readonly string[] Table =
                [
                    "}",
                ];
                int count = 0;
                enum Kind { One, Two = 2 }
                [Attribute(typeof(C<>))]
                public C() : this(1) { }
                static (int, int) Both(char c)
                {
                    if (c == '{')
                        return (1, 2);
                    int Local() { return 1; }
                    return new { X = 1 } switch { _ => (2, 3) };
                }
                public int Property { get; set; } = 5;
                int Computed => count switch
                {
                    1 => 2,
                    _ => 3,
                };
                public static bool operator ==(C a, C b) => a is null;
                void Generic<U>(U u)
                    where U : struct
                {
                }
                interface I { void M(); int N() => 1; }
            }
            """;
        string[] expected =
        [
            "C 13 1", "Both 14 7", "Property 21 1", "Computed 22 5", "operator == 27 1", "Generic 28 4", "N 32 1",
        ];
        var found = MemberScanner.Members(Source).Select(m => $"{m.Name} {m.Line} {m.Lines}").ToArray();
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("Page page;")]
    [InlineData("Page? Find(string name) => null;")]
    [InlineData("var x = new Page(1);")]
    [InlineData("if (x is Page { Title: 1 })")]
    [InlineData("List<Page> x;")]
    [InlineData("Dictionary<string, Page> x;")]
    [InlineData("Page[] x;")]
    [InlineData("Page<int> x;")]
    [InlineData("class A : B, Page { }")]
    [InlineData("var x = Page.Parse(text);")]
    public void The_use_of_a_type_is_seen(string code) => Assert.Equal("Page", Assert.Single(TypeUses.Of(["Page"], code)).Name);

    [Theory]
    [InlineData("var x = site.Page;")]
    [InlineData("record A(string Page);")]
    [InlineData("string Page => 1; int X => Page.Length;")]
    [InlineData("PageList x; MyPage y;")]
    [InlineData("x = y with { Page = 2 };")]
    [InlineData("enum Kind { List, Page, Feed }")]
    [InlineData("Find(Page: 2);")]
    public void A_member_of_the_same_name_is_no_use(string code) => Assert.Empty(TypeUses.Of(["Page"], code));

    [Fact]
    public void Declared_types_are_those_outside_of_others() =>
        Assert.Equal(["A", "B", "C"], TypeUses.Declared("public sealed class A\n{\n    enum Inner { X }\n}\nreadonly record struct B(int X);\ninterface C;\n"));
}
