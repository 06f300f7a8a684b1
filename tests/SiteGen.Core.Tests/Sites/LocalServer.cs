using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SiteGen.Core.Tests.Sites;

/// <summary>A web server on this machine. The system chooses its port as it binds it, so no other program can take it in between.</summary>
sealed class LocalServer : IDisposable
{
    readonly WebApplication application;

    public LocalServer(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        application = builder.Build();
        application.Run(answer);
        application.Start();
        Url = application.Urls.Single();
    }

    /// <summary>Without a slash at the end.</summary>
    public string Url { get; }

    public void Dispose() => ((IDisposable)application).Dispose();
}
