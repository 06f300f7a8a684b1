using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace SiteGen.Core.Markup;

/// <summary>Aligns cells by a class; a strict content security policy forbids the style attribute that Markdig writes.</summary>
static class TableAlignment
{
    public static void Run(MarkdownDocument document)
    {
        foreach (var table in document.Descendants<Table>())
            Align(table);
    }

    static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (row[i] is not TableCell cell)
                    continue;
                var column = cell.ColumnIndex < 0 ? i : cell.ColumnIndex;
                if (column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment is { } side)
                    cell.GetAttributes().AddClass("align-" + side.ToString().ToLowerInvariant());
            }
        }

        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }
}
