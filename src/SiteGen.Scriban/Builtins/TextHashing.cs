using System.Security.Cryptography;
using System.Text;
using SiteGen.Scriban.Runtime;

namespace SiteGen.Scriban.Builtins;

/// <summary>Fingerprints of text, in lower-case hexadecimal, and base 64; both of UTF-8.</summary>
static class TextHashing
{
    public static void AddTo(FunctionTable table) => table
        .Add("md5", "text", call => Hash(call, MD5.HashData))
        .Add("sha1", "text", call => Hash(call, SHA1.HashData))
        .Add("sha256", "text", call => Hash(call, SHA256.HashData))
        .Add("sha512", "text", call => Hash(call, SHA512.HashData))
        .Add("hmac_sha1", "text key", call => Sign(call, HMACSHA1.HashData))
        .Add("hmac_sha256", "text key", call => Sign(call, HMACSHA256.HashData))
        .Add("hmac_sha512", "text key", call => Sign(call, HMACSHA512.HashData));

    public static void AddBase64To(FunctionTable table) => table
        .Add("base64_encode", "text", call => Convert.ToBase64String(Utf8(call, 0)))
        .Add("base64_decode", "text", Decode);

    static byte[] Utf8(NativeCall call, int parameter) => Encoding.UTF8.GetBytes(call.Text(parameter) ?? "");

    static Value Hash(NativeCall call, Func<byte[], byte[]> hash) => Convert.ToHexStringLower(hash(Utf8(call, 0)));

    static Value Sign(NativeCall call, Func<byte[], byte[], byte[]> sign) => Convert.ToHexStringLower(sign(Utf8(call, 1), Utf8(call, 0)));

    static Value Decode(NativeCall call)
    {
        string text = call.Text(0) ?? "";
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : call.Fail("The input is not a valid Base-64 string");
    }
}
