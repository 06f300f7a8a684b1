using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SiteGen.Core.Diagnostics;
using SiteGen.Core.Model;

namespace SiteGen.Core.Markup;

/// <summary>Binds the shortcode tags of a page to calls, pairs opening and closing tags, and reports those that can't be called.</summary>
sealed class ShortcodePass(IShortcodeRenderer shortcodes, LinkResolver links, ImagePass images)
{
    readonly DiagnosticBag diagnostics = links.Diagnostics;

    public void Run(Page page, MarkdownDocument document)
    {
        Blocks(page, document);
        foreach (var inline in document.Inlines().ToArray())
            Inlines(page, inline);
    }

    void Blocks(Page page, ContainerBlock container)
    {
        var open = new Stack<ShortcodeMarkBlock>();
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ContainerBlock inner)
                Blocks(page, inner);
            if (container[i] is not ShortcodeMarkBlock mark || Matching(page, mark, open) is not { } opening)
                continue;
            var start = container.IndexOf(opening);
            Enclose(container, start, i, opening.Call!);
            i = start;
        }

        ReportUnclosed(page, open);
    }

    /// <summary>Replaces two tags and the blocks between them by one block.</summary>
    static void Enclose(ContainerBlock container, int start, int end, Shortcode call)
    {
        var span = new SourceSpan(container[start].Span.Start, container[end].Span.End);
        var block = new ShortcodeBlock(call) { Span = span, Line = container[start].Line };
        for (var n = end - start - 1; n > 0; n--)
        {
            var child = container[start + 1];
            container.RemoveAt(start + 1);
            block.Add(child);
        }

        container.RemoveAt(start + 1);
        container[start] = block;
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
            if (node is ShortcodeMarkInline mark && Matching(page, mark, open) is { } opening)
                Enclose(opening, mark);
        }

        ReportUnclosed(page, open);
    }

    static void Enclose(ShortcodeMarkInline start, ShortcodeMarkInline end)
    {
        var span = new SourceSpan(start.Span.Start, end.Span.End);
        var inline = new ShortcodeInline(start.Call!) { Span = span, Line = start.Line, Column = start.Column };
        while (start.NextSibling is { } child && !ReferenceEquals(child, end))
        {
            child.Remove();
            inline.AppendChild(child);
        }

        end.Remove();
        start.ReplaceBy(inline);
    }

    /// <summary>The opening tag that a closing tag matches; null for an opening tag, which is bound, and after an error.</summary>
    T? Matching<T>(Page page, T mark, Stack<T> open)
        where T : class, IShortcodeMark
    {
        if (mark.Tag.IsClosing)
            return Close(page, mark, open);
        if (TryOpen(page, mark))
            open.Push(mark);
        return null;
    }

    /// <summary>Binds an opening tag to a call; true when it needs a closing tag.</summary>
    bool TryOpen(Page page, IShortcodeMark mark)
    {
        var tag = mark.Tag;
        var place = Place(page, mark);
        if (tag.Problem is { } problem)
        {
            Message hint = $"Write it as {{{{< {tag.Name} >}}}}; to show the tag itself, put it between backquotes.";
            diagnostics.Error("shortcode-syntax", problem, place, hint);
            return false;
        }

        if (shortcodes.IsPaired(tag.Name) is not { } paired)
        {
            ReportUnknown(tag.Name, place);
            return false;
        }

        mark.Call = new Shortcode(tag.Name, tag.Args, Resolved(page, mark), place, page);
        return paired;
    }

    void ReportUnknown(string name, SourcePlace place)
    {
        var hint = NearestName.Of(name, shortcodes.Names) is { } nearest ? (Message)$"Did you mean `{nearest}`?"
            : shortcodes.Names.Any() ? (Message)$"There are {string.Join(", ", shortcodes.Names.Order(StringComparer.Ordinal))}."
            : $"Looked for shortcodes/{name}.sbn-html in the theme.";
        diagnostics.Error("shortcode-unknown", $"There is no shortcode `{name}`.", place, hint);
    }

    /// <summary>Resolves URLs in arguments named like HTML attributes (<c>src</c>, <c>href</c>) and adds the size of an image.</summary>
    List<KeyValuePair<string, string>> Resolved(Page page, IShortcodeMark mark)
    {
        var named = new List<KeyValuePair<string, string>>(mark.Tag.Named);
        foreach (var (name, written) in mark.Tag.Named.Where(argument => RawHtml.IsAddress(argument.Key)))
        {
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

    /// <summary>Null after an error, and for an unknown shortcode, whose opening tag is reported.</summary>
    T? Close<T>(Page page, T mark, Stack<T> open)
        where T : class, IShortcodeMark
    {
        var tag = mark.Tag;
        if (shortcodes.IsPaired(tag.Name) is not { } paired)
            return null;
        if (open.TryPeek(out var last) && last.Tag.Name == tag.Name)
            return open.Pop();
        var place = Place(page, mark);
        if (!paired)
            diagnostics.Error("shortcode-unopened", $"The shortcode `{tag.Name}` has no second half.", place, "Take this tag away.");
        else if (last is null)
            diagnostics.Error("shortcode-unopened", $"`{tag.Text}` closes nothing.", place, HowToPair(tag.Name));
        else
            diagnostics.Error("shortcode-unopened",
                $"`{tag.Text}` closes nothing here: the last that was opened is `{last.Tag.Name}`.", place,
                $"Close that first: {{{{< /{last.Tag.Name} >}}}}.");
        return null;
    }

    static Message HowToPair(string name) =>
        $"Both halves must stand in the same paragraph, list item or quote, or each alone on its line: {{{{< {name} >}}}} before it.";

    void ReportUnclosed(Page page, IEnumerable<IShortcodeMark> open)
    {
        foreach (var mark in open)
        {
            Message hint = $"Put {{{{< /{mark.Tag.Name} >}}}} behind what belongs to it.";
            diagnostics.Error("shortcode-unclosed", $"The shortcode `{mark.Tag.Name}` is never closed.", Place(page, mark), hint);
        }
    }

    SourcePlace Place(Page page, IShortcodeMark mark) => links.Site.BodyOf(page).PlaceOf(mark.Offset);
}
