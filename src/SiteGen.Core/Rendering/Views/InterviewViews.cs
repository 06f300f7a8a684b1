using SiteGen.Core.Markup;
using SiteGen.Core.Model;
using SiteGen.Core.Reading;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Rendering.Views;

/// <summary><c>page.interview</c> and <c>term.person</c> in templates.</summary>
static class InterviewViews
{
    /// <summary>Null for a page that declares no speakers; without turns its lists are empty.</summary>
    public static object? Of(Page page, SiteViews views)
    {
        if (page.FrontMatter.Speakers.Count == 0)
            return null;
        var digest = views.Markup.Digest(page).Interview ?? new InterviewDigest([], [], [], []);
        return SiteViews.Object(
            ("speakers", SiteViews.Each(digest.Speakers, speaker => Speaker(speaker, views))),
            ("questions", SiteViews.Each(digest.Questions, question => SiteViews.Object(("number", question.Number), ("id", question.Id), ("text", question.Sentence)))),
            ("turns", SiteViews.Each(digest.Turns, turn => SiteViews.Object(
                ("number", turn.Number), ("id", turn.Id), ("speaker", turn.Speaker), ("is_host", turn.IsHost), ("text", turn.Sentence), ("words", turn.Words)))),
            ("notes", SiteViews.Each(digest.Notes, note => SiteViews.Object(("id", note.Id), ("text", note.Text)))));
    }

    static object? Speaker(SpeakerDigest speaker, SiteViews views)
    {
        var name = views.Site.People.Canonical(speaker.Person ?? speaker.Name);
        var term = views.Site.PersonList(name);
        return SiteViews.Object(
            ("name", speaker.Name),
            ("role", speaker.Role),
            ("person", Person(views.Site.People.Find(name), views)),
            ("url", term is null ? null : views.Permalink.Href(term.Path)),
            ("turns", speaker.Turns),
            ("words", speaker.Words),
            ("share", speaker.Share));
    }

    /// <summary>What <c>content/data/people.yml</c> knows of a person; null for nothing.</summary>
    public static object? Person(Person? person, SiteViews views) => person is null ? null : SiteViews.Object(
        ("name", person.Name),
        ("original_name", person.OriginalName),
        ("role", person.Role),
        ("organisation", person.Organisation),
        ("description", person.Description),
        ("aliases", SiteViews.Each(person.Aliases, alias => alias)),
        ("links", SiteViews.Each(person.Links.Entries, link => SiteViews.Object(("title", link.Key), ("url", (link.Value as Configuration.YamlScalar)?.Text is { } url ? views.Permalink.HrefOf(url) : null)))));
}
