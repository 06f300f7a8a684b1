using System.Runtime.InteropServices;

namespace SiteGen.Core;

/// <summary>Identifies the program that rendered an output, so that another version does not reuse it.</summary>
static class ProgramIdentity
{
    /// <summary>
    /// The module version id is a hash of the compiled code and of the package versions that SiteGen.Core.csproj writes into it;
    /// unlike the list of referenced assemblies, it is also available under Native AOT.
    /// </summary>
    public static string Value { get; } = $"{typeof(ProgramIdentity).Module.ModuleVersionId} {RuntimeInformation.FrameworkDescription}";
}
