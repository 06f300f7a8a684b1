namespace SiteGen.Publishing.Tests;

public sealed class KeepListTests
{
    [Theory]
    [InlineData("README.md", "README.md", true)]
    [InlineData("README.md", "docs/README.md", false)]
    [InlineData("*.md", "README.md", true)]
    [InlineData("*.md", "docs/README.md", false)]
    [InlineData("**/*.md", "docs/a/README.md", true)]
    [InlineData("**/*.md", "README.md", true)]
    [InlineData(".well-known", ".well-known/a/b", true)]
    [InlineData("/.well-known/", ".well-known/a", true)]
    [InlineData(".well-known/**", ".well-known/a/b", true)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("", "a", false)]
    public void A_keep_list_reads_patterns_of_paths(string pattern, string path, bool kept) =>
        Assert.Equal(kept, new KeepList([pattern]).Holds(path));
}
