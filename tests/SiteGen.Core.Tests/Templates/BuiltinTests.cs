using Scriban.Functions;
using Scriban.Runtime;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Tests.Templates;

public sealed class BuiltinTests
{
    /// <summary>Dates, partials and what SiteGen defines anew have tests of their own.</summary>
    static readonly string[] Own = ["include", "include_join", "partial", "date"];

    [Fact]
    public void Names_and_parameters_are_Scribans()
    {
        var scriban = new BuiltinFunctions();
        var language = new Rendering().Context().BuiltinObject;
        Assert.Empty(scriban.Keys.Except(language.Keys));
        foreach (var name in scriban.Keys.Except(Own))
        {
            if (scriban[name] is not ScriptObject expected)
            {
                Assert.Same(scriban[name], language[name]);
                continue;
            }

            var group = (ScriptObject)language[name]!;
            Assert.Equal(expected.Keys.Order(), group.Keys.Order());
            foreach (var member in expected.Keys)
                AssertSame(expected[member], group[member], $"{name}.{member}");
        }
    }

    static void AssertSame(object? expected, object? actual, string name)
    {
        if (expected is not IScriptCustomFunction function)
        {
            Assert.Equal(expected, actual);
            return;
        }

        var own = Assert.IsAssignableFrom<IScriptCustomFunction>(actual);
        if (own is TemplateFunction)
            return;
        Assert.True((function.RequiredParameterCount, function.ParameterCount, function.VarParamKind, function.ReturnType)
            == (own.RequiredParameterCount, own.ParameterCount, own.VarParamKind, own.ReturnType), name);
        for (var i = 0; i < function.ParameterCount; i++)
            Assert.Equal(function.GetParameterInfo(i), own.GetParameterInfo(i));
    }
}
