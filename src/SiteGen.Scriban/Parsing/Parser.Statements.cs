using System.Text;
using SiteGen.Scriban.Lexing;
using SiteGen.Scriban.Runtime;
using SiteGen.Scriban.Syntax;

namespace SiteGen.Scriban.Parsing;

sealed partial class Parser
{
    /// <summary>What a block of statements stops at, apart from the end of the source.</summary>
    enum BlockEnd : byte
    {
        EndOfFile,
        End,
        Else,
        When,
    }

    // template = statements ;  (* an "end", "else" or "when" here has no beginning *)
    Statement ParsePage()
    {
        BlockStatement body = ParseStatements(out BlockEnd end);
        while (end is not BlockEnd.EndOfFile)
        {
            if (end is BlockEnd.End)
                FailStrayEnd();
            else
                ParseStrayBranch(end is BlockEnd.Else ? "else" : "when");
            ParseStatements(out end);
        }

        return body;
    }

    void FailStrayEnd()
    {
        Token end = Take();
        ExpectEndOfStatement();
        Fail(new SourceSpan(end.End - 1, end.End), Complaint.StrayEnd);
    }

    /// <summary>An <c>else</c> or <c>when</c> without its <c>if</c> or <c>case</c> is still read up to its <c>end</c>.</summary>
    void ParseStrayBranch(string word)
    {
        Token branch = Take();
        if (word is "when" || IsWord("if"))
        {
            if (word is "else")
                Take();
            ParseExpression();
        }

        ExpectEndOfStatement();
        BlockEnd end;
        do
        {
            ParseStatements(out end);
            if (end is BlockEnd.Else or BlockEnd.When)
                Take();
        }
        while (end is BlockEnd.Else or BlockEnd.When);
        ExpectEnd(end, branch, word);
        FailBranch(branch.Span, word);
    }

    void FailBranch(SourceSpan span, string word) => Fail(span, Complaint.StrayBranch(word));

    /// <summary>Takes the <c>end</c> of a block, or says that it is missing.</summary>
    void ExpectEnd(BlockEnd end, Token opening, string word)
    {
        if (end is BlockEnd.End)
        {
            Take();
            ExpectEndOfStatement();
            return;
        }

        // The place is the last token of the source: what is missing is missing there.
        if (end is BlockEnd.EndOfFile && !_isHopeless)
        {
            Fail(_tokens[^2].Span, Complaint.MissingEnd(word));
            _errors[^1] = _errors[^1] with { Notes = [new TemplateErrorNote(_source.Path, _source.Text, opening.Start, $"the `{word}` that has no `end` is here")] };
        }
    }

    // statements = { statement , eos } ;
    BlockStatement ParseStatements(out BlockEnd end)
    {
        end = BlockEnd.EndOfFile;
        if (!Enter())
            return BlockStatement.Empty;
        int lineEnds = _lineEndsIgnored;
        _lineEndsIgnored = 0;
        int start = Current.Start;
        var statements = new List<Statement>();
        bool hasIndents = false;
        while (!IsBlockEnd(out end))
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.Text:
                    Take();
                    statements.Add(new TextStatement(token.Span, Encoding.UTF8.GetBytes(_source.Text[token.Start..token.End])));
                    break;
                case TokenKind.CodeEnter or TokenKind.CodeExit:
                    Take();
                    if (token.Value is null && !hasIndents)
                        break;
                    hasIndents = true;
                    statements.Add(new IndentStatement(token.Span, token.Value is null ? null : Encoding.UTF8.GetBytes(token.Value)));
                    break;
                case TokenKind.NewLine or TokenKind.Semicolon:
                    Take();
                    break;
                default:
                    if (ParseStatement() is { } statement)
                        statements.Add(statement);
                    break;
            }
        }

        Leave();
        _lineEndsIgnored = lineEnds;
        return new BlockStatement(new SourceSpan(start, LastSpan.End), [.. statements], hasIndents);
    }

    bool IsBlockEnd(out BlockEnd end)
    {
        end = Kind is TokenKind.EndOfFile ? BlockEnd.EndOfFile
            : IsWord("end") ? BlockEnd.End
            : IsWord("else") ? BlockEnd.Else
            : BlockEnd.When;
        return end is not BlockEnd.When || IsWord("when");
    }

    // statement = if | case | for | while | with | wrap | capture | func | import | readonly | ret | break | continue | assignment | expr ;
    Statement? ParseStatement()
    {
        if (Kind is TokenKind.Block)
            return ParseWrappedBody();
        if (Kind is TokenKind.Identifier)
        {
            bool isLoopField = Next.Kind is TokenKind.Dot;
            switch (Current.Value)
            {
                case "if": return ParseIf();
                case "case": return ParseCase();
                case "for" when !isLoopField: return ParseFor(isTable: false);
                case "tablerow" when !isLoopField: return ParseFor(isTable: true);
                case "while" when !isLoopField: return ParseWhile();
                case "with": return ParseWith();
                case "wrap": return ParseWrap();
                case "capture": return ParseCapture();
                case "func": return ParseFunction();
                case "import": return ParseImport();
                case "readonly": return ParseReadOnly();
                case "ret": return ParseReturn();
                case "break": return ParseJump(Flow.Break);
                case "continue": return ParseJump(Flow.Continue);
            }
        }

        return ParseExpressionStatement();
    }

    // ( the body a wrap hands over ) = "$$" ;
    Statement ParseWrappedBody()
    {
        Token block = Take();
        ExpectEndOfStatement();
        return new WrappedBodyStatement(block.Span);
    }

    // import = "import" , expr ;
    Statement ParseImport()
    {
        Token word = Take();
        Expression source = ParseExpressionOr("`import`", "import object");
        ExpectEndOfStatement();
        return new ImportStatement(word.Span.To(source.Span), source);
    }

    // readonly = "readonly" , ( identifier | local ) ;
    Statement? ParseReadOnly()
    {
        Token word = Take();
        if (Kind is not (TokenKind.Identifier or TokenKind.Local))
        {
            Fail(word.Span, Complaint.MissingName("readonly", Found));
            SkipStatement();
            return null;
        }

        Token name = Take();
        ExpectEndOfStatement();
        if (name.Kind is TokenKind.Local)
            Scope.SlotToWrite(name.Value!);
        return new ReadOnlyStatement(word.Span.To(name.Span), name.Value!, name.Kind is TokenKind.Local);
    }

    // ret = "ret" , [ expr ] ;
    Statement ParseReturn()
    {
        Token word = Take();
        Scope.HasReturn = true;
        Expression? value = StartsExpression ? ParseExpression() : null;
        ExpectEndOfStatement();
        return new ReturnStatement(value is null ? word.Span : word.Span.To(value.Span), value);
    }

    // jump = "break" | "continue" ;
    Statement ParseJump(Flow flow)
    {
        Token word = Take();
        ExpectEndOfStatement();
        return new JumpStatement(word.Span, flow);
    }

    void SkipStatement()
    {
        while (!IsEndOfStatement)
            Take();
    }
}
