using SiteGen.Core.Configuration;
using SiteGen.Core.Diagnostics;

namespace SiteGen.Core.Reading;

/// <summary>
/// The keys by which this and other generators hold a document back. A document that any of them hides is hidden; what can't be
/// understood is an error, because a text that is published can't be taken back.
/// </summary>
static class HidingKeys
{
    public const string Draft = "draft";

    static readonly string[] Held = ["draft", "private", "hidden", "pending", "scheduled", "future", "archived", "trash"];
    static readonly string[] Shown = ["publish", "published", "public"];
    static readonly string[] Never = ["never", "false", "link"];

    public static Field<FrontMatter>[] Fields { get; } =
    [
        .. FrontMatterReader.Named(name => Field.Flag<FrontMatter>(name, "Not published yet.", (m, v) => m with { Draft = m.Draft || v }),
            Draft, "is_draft", "private", "is_private", "unpublished", "headless", "초안", "비공개"),
        Foreign(Hidden),
        .. ((string[])["published", "is_published", "publish", "public", "is_public", "visible", "render", "공개"]).Select(name =>
            Foreign(Field.Flag<FrontMatter>(name, "", (m, v) => m with { Draft = m.Draft || !v }))),
        Foreign(Status("status")),
        Foreign(Status("visibility")),
        Foreign(Field.Map<FrontMatter>("build", "", FieldShape.FreeMap, (m, map, _) => m with
        {
            Draft = m.Draft || Is(map["render"], Never),
            Unlisted = m.Unlisted || Is(map["list"], Never),
        })),
        Foreign(new("password", new FieldShape(ValueKind.Anything, "a value"), "", Password)),
    ];

    static Field<FrontMatter> Foreign(Field<FrontMatter> field) =>
        field with { Key = Draft, Description = "Another generator's key that holds a document back." };

    /// <summary>Elsewhere it means anything from "not on the home page" to "not published".</summary>
    static Field<FrontMatter> Hidden => new("hidden", FieldShape.Flag, "", (matter, node, scope) =>
    {
        if (!scope.Flag("hidden", node, out var isHidden))
            return matter;
        if (isHidden)
        {
            scope.Diagnostics.Warning("front-matter-hidden", "`hidden: true` holds this back as a draft.", scope.At(node),
                "Write `unlisted: true` to publish it at its address and in no list, else `draft: true`.");
        }

        return matter with { Draft = matter.Draft || isHidden };
    });

    static Field<FrontMatter> Status(string name)
    {
        var shape = FieldShape.Choice([.. Held, "unlisted", .. Shown]);
        return new(name, shape, "", (matter, node, scope) =>
            scope.Choice(name, node is YamlScalar text ? text with { Text = text.Text.ToLowerInvariant() } : node, shape, out var status)
                ? matter with { Draft = matter.Draft || Held.Contains(status), Unlisted = matter.Unlisted || status == "unlisted" }
                : matter);
    }

    static bool Is(YamlNode? node, string[] values) => node is YamlScalar { Text: var text } && values.Contains(text.ToLowerInvariant());

    static FrontMatter Password(FrontMatter matter, YamlNode node, FieldScope scope)
    {
        if (node is not YamlScalar { IsNull: true })
        {
            scope.Diagnostics.Error("front-matter-password", "`password` protects nothing here: everybody could read the page.",
                scope.At(node), "Write `draft: true` to hold it back, or delete the line to publish it.");
        }

        return matter;
    }
}
