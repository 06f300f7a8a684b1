namespace SiteGen.Scriban;

/// <summary>Line and column of an offset, counted only when somebody asks.</summary>
readonly record struct SourcePosition(int Line, int Column)
{
    /// <summary>An offset below zero means "nowhere" and gives 0:0, as the language has it for an empty last token.</summary>
    public static SourcePosition Of(string text, int offset)
    {
        if (offset < 0)
            return new SourcePosition(0, 0);

        int line = 1;
        int start = 0;
        int end = Math.Min(offset, text.Length);
        for (int i = 0; i < end; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        }

        return new SourcePosition(line, offset - start + 1);
    }
}
