using SiteGen.Core.Model;
using SiteGen.Core.People.Views;
using SiteGen.Core.Templates;

namespace SiteGen.Core.Interviews;

/// <summary><c>page.interview</c> in templates.</summary>
static class InterviewView
{
    /// <param name="interview">Null for an interview without turns, whose lists are empty.</param>
    public static object? Of(InterviewDigest? interview, Site site)
    {
        var (speakers, turns, questions, notes) = interview ?? new InterviewDigest([], [], [], []);
        return new Members(
            ("speakers", new ListView<SpeakerDigest>(speakers, speaker => Speaker(speaker, site))),
            ("questions", new ListView<QuestionDigest>(questions, question => new Members(
                ("number", question.Number), ("id", question.Id), ("text", question.Sentence)))),
            ("turns", new ListView<TurnDigest>(turns, turn => new Members(
                ("number", turn.Number), ("id", turn.Id), ("speaker", turn.Speaker), ("is_host", turn.IsHost),
                ("text", turn.Sentence), ("words", turn.Words)))),
            ("notes", new ListView<NoteDigest>(notes, note => new Members(("id", note.Id), ("text", note.Text)))));
    }

    /// <summary>The members, for the check of templates.</summary>
    public static KnownObject Known => new(["speakers", "questions", "turns", "notes"]);

    static Members Speaker(SpeakerDigest speaker, Site site)
    {
        var name = site.People.Canonical(speaker.Person ?? speaker.Name);
        return new Members(
            ("name", speaker.Name),
            ("role", speaker.Role),
            ("person", PersonView.Of(site.People.Find(name), site.Permalink)),
            ("url", site.PersonList(name) is { } list ? site.Permalink.Href(list.Path) : null),
            ("turns", speaker.Turns),
            ("words", speaker.Words),
            ("share", speaker.Share));
    }
}
