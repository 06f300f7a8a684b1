namespace SiteGen.Scriban.Tests;

public sealed class LanguageCaseTests
{
    static bool IsUpdating => Environment.GetEnvironmentVariable("SITEGEN_UPDATE") == "1";

    public static TheoryData<string> Names => [.. LanguageCase.AllNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_prints_what_it_says(string name)
    {
        LanguageCase one = LanguageCase.Read(name);
        string output = one.Render();
        if (IsUpdating)
        {
            Assert.Null(Environment.GetEnvironmentVariable("CI"));
            one.Update(output);
            return;
        }

        Assert.Equal(one.Expected, output);
    }
}
