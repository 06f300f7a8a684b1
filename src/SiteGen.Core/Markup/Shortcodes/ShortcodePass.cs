using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Makes calls of a page's shortcode tags: joins the halves of paired ones, and complains of what can't be called.</summary>
sealed class ShortcodePass(IShortcodeRenderer shortcodes, LinkResolver links, ImagePass images)
{
    readonly DiagnosticBag diagnostics = links.Diagnostics;

    public void Run(Page page, MarkdownDocument document)
    {
        Blocks(page, document);
        foreach (var leaf in document.Descendants<LeafBlock>().Where(leaf => leaf.Inline is not null).ToArray())
            Inlines(page, leaf.Inline!);
    }

    void Blocks(Page page, ContainerBlock container)
    {
        var open = new Stack<ShortcodeMarkBlock>();
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ContainerBlock inner)
                Blocks(page, inner);
            if (container[i] is not ShortcodeMarkBlock mark)
                continue;
            if (!mark.Tag.IsClosing)
            {
                if (Opens(page, mark))
                    open.Push(mark);
                continue;
            }

            if (!Closes(page, mark, open, out var opening))
                continue;
            var from = container.IndexOf(opening!);
            Enclose(container, from, i, opening!.Call!);
            i = from;
        }

        foreach (var left in open)
            LeftOpen(page, left);
    }

    /// <summary>The blocks between two marks become children of one in their place.</summary>
    static void Enclose(ContainerBlock container, int from, int to, Shortcode call)
    {
        var block = new ShortcodeBlock(call) { Span = new SourceSpan(container[from].Span.Start, container[to].Span.End), Line = container[from].Line };
        for (var n = to - from - 1; n > 0; n--)
        {
            var child = container[from + 1];
            container.RemoveAt(from + 1);
            block.Add(child);
        }

        container.RemoveAt(from + 1);
        container[from] = block;
    }

    void Inlines(Page page, ContainerInline container)
    {
        var open = new Stack<ShortcodeMarkInline>();
        var next = container.FirstChild;
        while (next is { } node)
        {
            next = node.NextSibling;
            if (node is ContainerInline inner)
                Inlines(page, inner);
            if (node is not ShortcodeMarkInline mark)
                continue;
            if (!mark.Tag.IsClosing)
            {
                if (Opens(page, mark))
                    open.Push(mark);
            }
            else if (Closes(page, mark, open, out var opening))
            {
                Enclose(opening!, mark);
            }
        }

        foreach (var left in open)
            LeftOpen(page, left);
    }

    static void Enclose(ShortcodeMarkInline from, ShortcodeMarkInline to)
    {
        var inline = new ShortcodeInline(from.Call!) { Span = new SourceSpan(from.Span.Start, to.Span.End), Line = from.Line, Column = from.Column };
        while (from.NextSibling is { } child && !ReferenceEquals(child, to))
        {
            child.Remove();
            inline.AppendChild(child);
        }

        to.Remove();
        from.ReplaceBy(inline);
    }

    /// <summary>Makes a call of an opening tag; true when it waits for its other half.</summary>
    bool Opens(Page page, IShortcodeMark mark)
    {
        var tag = mark.Tag;
        var place = Place(page, mark);
        if (tag.Problem is { } problem)
        {
            diagnostics.Error("shortcode-syntax", problem, place, $"Write it as {{{{< {tag.Name} >}}}}; to show the tag itself, put it between backquotes.");
            return false;
        }

        if (shortcodes.IsPaired(tag.Name) is not { } paired)
        {
            var nearest = NearestName.Of(tag.Name, shortcodes.Names);
            diagnostics.Error("shortcode-unknown", $"There is no shortcode `{tag.Name}`.", place, nearest is not null ? (Message)$"Did you mean `{nearest}`?" : shortcodes.Names.Any() ? (Message)$"There are {string.Join(", ", shortcodes.Names.Order(StringComparer.Ordinal))}." : $"Looked for shortcodes/{tag.Name}.sbn-html in the theme.");
            return false;
        }

        mark.Call = new Shortcode(tag.Name, tag.Args, Resolved(page, mark), place, page);
        return paired;
    }

    /// <summary>Addresses under the names that HTML has for them (<c>src</c>, <c>href</c>) as templates can print them, and the size of an image of the site.</summary>
    List<KeyValuePair<string, string>> Resolved(Page page, IShortcodeMark mark)
    {
        var named = new List<KeyValuePair<string, string>>(mark.Tag.Named);
        foreach (var (name, written) in mark.Tag.Named)
        {
            if (!RawHtml.IsAddress(name))
                continue;
            var isImage = name is "src" or "poster";
            named[named.FindIndex(known => known.Key == name)] = new(name, links.Resolve(page, written, isImage, mark.Offset));
            if (name == "src" && !named.Exists(known => known.Key is "width" or "height") && images.SizeOf(page, written) is { } size)
            {
                named.Add(new("width", size.Width.ToString()));
                named.Add(new("height", size.Height.ToString()));
            }
        }

        return named;
    }

    /// <summary>Finds what a closing tag closes; false after complaining, or when its opening half is unknown, which has its own complaint.</summary>
    bool Closes<T>(Page page, T mark, Stack<T> open, out T? opening)
        where T : class, IShortcodeMark
    {
        opening = null;
        var tag = mark.Tag;
        if (shortcodes.IsPaired(tag.Name) is not { } paired)
            return false;
        if (open.TryPeek(out var last) && last.Tag.Name == tag.Name)
        {
            opening = open.Pop();
            return true;
        }

        var place = Place(page, mark);
        if (!paired)
            diagnostics.Error("shortcode-unopened", $"The shortcode `{tag.Name}` has no second half.", place, "Take this tag away.");
        else if (last is not null)
            diagnostics.Error("shortcode-unopened", $"`{tag.Text}` closes nothing here: the last that was opened is `{last.Tag.Name}`.", place, $"Close that first: {{{{< /{last.Tag.Name} >}}}}.");
        else
            diagnostics.Error("shortcode-unopened", $"`{tag.Text}` closes nothing.", place, $"Both halves must stand in the same paragraph, list item or quote, or each alone on its line: {{{{< {tag.Name} >}}}} before it.");
        return false;
    }

    void LeftOpen(Page page, IShortcodeMark mark) =>
        diagnostics.Error("shortcode-unclosed", $"The shortcode `{mark.Tag.Name}` is never closed.", Place(page, mark), $"Put {{{{< /{mark.Tag.Name} >}}}} behind what belongs to it.");

    SourcePlace Place(Page page, IShortcodeMark mark) => links.Site.BodyOf(page).PlaceOf(mark.Offset);
}
