using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace SiteGen.Publishing.Tests.Releases;

/// <summary>The releases of a repository on this machine, at the addresses that GitHub gives them.</summary>
sealed class ReleasePage : IDisposable
{
    readonly FileServer server = new("/me/sitegen");

    public string Repository => server.Url;

    public string Releases => server.Url + "/releases";

    public FileServer Server => server;

    /// <summary>Adds a release with an archive for each platform, which is the latest from now on.</summary>
    /// <param name="program">The program: a script that says what it is.</param>
    public void Add(string version, string program, params ReadOnlySpan<string> platforms)
    {
        var sums = new StringBuilder();
        foreach (var platform in platforms)
        {
            var (name, bytes) = ($"sitegen-{version}-{platform}.tar.gz", Archive(program));
            sums.Append($"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {name}\n");
            Put(version, name, bytes);
        }

        Put(version, "SHA256SUMS", Encoding.UTF8.GetBytes(sums.ToString()));
    }

    public void Put(string version, string name, byte[] bytes)
    {
        server.Files[$"{Releases}/download/v{version}/{name}"] = bytes;
        server.Files[$"{Releases}/latest/download/{name}"] = bytes;
    }

    static byte[] Archive(string program)
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(new GZipStream(bytes, CompressionLevel.Fastest)))
        {
            foreach (var (name, text) in new[] { ("LICENSE", "MIT"), ("README.md", "# SiteGen"), ("sitegen", program) })
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    Mode = (UnixFileMode)Convert.ToInt32("755", 8),
                });
            }
        }

        return bytes.ToArray();
    }

    public void Dispose() => server.Dispose();
}
