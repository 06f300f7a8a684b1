using SiteGen.Core.Configuration;
using SiteGen.Core.Model;
using SiteGen.Core.Templates;

namespace SiteGen.Core.People.Views;

/// <summary>A person in templates: <c>term.person</c>, and <c>person</c> of a speaker.</summary>
static class PersonView
{
    /// <summary>Null when the data file has nothing about the person.</summary>
    public static object? Of(Person? person, Permalink permalink) => person is null ? null : new Members(
        ("name", person.Name),
        ("original_name", person.OriginalName),
        ("role", person.Role),
        ("organisation", person.Organisation),
        ("description", person.Description),
        ("aliases", new ListView<string>(person.Aliases, alias => alias)),
        ("links", new ListView<YamlEntry>(person.Links.Entries, link => new Members(
            ("title", link.Key),
            ("url", link.Value is YamlScalar { Text: { } url } ? permalink.HrefOf(url) : null)))));

    /// <summary>The members, for the check of templates.</summary>
    public static KnownObject Known => new(["name", "original_name", "role", "organisation", "description", "aliases", "links"]);
}
