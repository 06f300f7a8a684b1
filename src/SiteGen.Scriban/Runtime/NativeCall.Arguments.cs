using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban;

public sealed partial class NativeCall
{
    /// <summary>An integer; null counts 0, other values convert or fail at the argument.</summary>
    public int Int32(int parameter)
    {
        try
        {
            return Conversion.ToInt32(_arguments[parameter]);
        }
        catch (ValueException e)
        {
            throw Context.Error(PlaceOf(parameter), e.What);
        }
    }

    /// <summary>A number; null counts 0, text fails at the argument.</summary>
    public double Double(int parameter)
    {
        try
        {
            return Conversion.ToDouble(_arguments[parameter]);
        }
        catch (ValueException e)
        {
            throw Context.Error(PlaceOf(parameter), e.What);
        }
    }

    /// <summary>Anything that can be walked: a list, text, an object's pairs. Null stays null, other values fail at the argument.</summary>
    public IScriptList? List(int parameter)
    {
        try
        {
            return Conversion.ToList(_arguments[parameter]);
        }
        catch (ValueException e)
        {
            throw Context.Error(PlaceOf(parameter), e.What);
        }
    }

    /// <summary>A date; anything else fails at the argument.</summary>
    public DateTime Date(int parameter) => _arguments[parameter].TryGetDate(out DateTime date)
        ? date
        : throw Context.Error(
            PlaceOf(parameter), $"A date is needed here: this is of type {TypeName.Of(_arguments[parameter])}", "`date.parse` makes a date of text");

    /// <summary>The items of a list argument, each of them a step of the loop limit.</summary>
    internal IEnumerable<Value> Walk(IScriptList list) => Steps.Counted(Context, list, Span);

    /// <summary>A function; null stays null, anything else fails at the argument.</summary>
    internal ICallable? Function(int parameter)
    {
        Value value = _arguments[parameter];
        if (value.IsNull)
            return null;
        return value.IsFunction
            ? value.AsCallable
            : throw Context.Error(PlaceOf(parameter), $"A function is needed here: `{Context.ToText(value)}` is none", "`@name` hands a function over without calling it");
    }

    internal ScriptException ErrorAt(int parameter, Message message) => Context.Error(PlaceOf(parameter), message);

    /// <summary>Fails at the call where a text grew beyond the limit.</summary>
    internal Value LimitedText(string text)
    {
        CheckLength(text.Length);
        return Value.Of(text);
    }

    /// <summary>Fails at the call before a text grows beyond the limit.</summary>
    internal void CheckLength(long length)
    {
        if (length > Context.MaxTextLength)
            throw Context.Error(Span, $"The text grows longer than {Context.MaxTextLength} characters");
    }
}
