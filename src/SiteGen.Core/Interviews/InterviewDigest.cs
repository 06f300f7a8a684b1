namespace SiteGen.Core.Interviews;

/// <summary>Who said how much.</summary>
/// <param name="Turns">How often they spoke.</param>
/// <param name="Words">Eojeol in all their turns.</param>
/// <param name="Share">Their part of all words of the interview, 0 to 1.</param>
public sealed record SpeakerDigest(string Name, string? Role, string? Person, int Turns, int Words, double Share);

/// <param name="Id">The turn's id in the page, such as <c>t12</c>.</param>
/// <param name="Sentence">Its first sentence, as plain text.</param>
public sealed record TurnDigest(int Number, string Id, string Speaker, bool IsHost, string Sentence, int Words);

/// <param name="Id">The id of the group of question and answers, such as <c>q3</c>.</param>
/// <param name="Sentence">The first sentence of what the host said.</param>
public sealed record QuestionDigest(int Number, string Id, string Sentence);

/// <summary>An editor's note.</summary>
public sealed record NoteDigest(string Id, string Text);

/// <summary>An interview as data: what templates list beside its text.</summary>
public sealed record InterviewDigest(
    IReadOnlyList<SpeakerDigest> Speakers,
    IReadOnlyList<TurnDigest> Turns,
    IReadOnlyList<QuestionDigest> Questions,
    IReadOnlyList<NoteDigest> Notes);
