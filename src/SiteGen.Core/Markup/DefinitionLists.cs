using Markdig.Extensions.DefinitionLists;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>
/// Removes the blank lines that Markdig leaves between the blocks of a definition. Definitions of one term that a blank line divides are
/// paragraphs; Markdig's renderer makes one of a definition that a block follows.
/// </summary>
static class DefinitionLists
{
    public static void Run(MarkdownDocument document)
    {
        foreach (var list in document.Descendants<DefinitionList>())
        {
            var isLoose = false;
            for (var i = 0; i < list.Count; i++)
            {
                if (list[i] is not DefinitionItem item)
                    continue;
                var endsWithBlank = item.LastChild is BlankLineBlock;
                var continues = i + 1 < list.Count && list[i + 1] is DefinitionItem next && next.FirstOrDefault() is not DefinitionTerm;
                var wasLoose = isLoose && item.FirstOrDefault() is not DefinitionTerm;
                isLoose = wasLoose || endsWithBlank && continues;
                for (var n = item.Count - 1; n >= 0; n--)
                {
                    if (item[n] is BlankLineBlock)
                        item.RemoveAt(n);
                }

                if (isLoose)
                    item.Add(new BlankLineBlock());
            }
        }
    }
}
