# Installs SiteGen on Windows, or replaces it with another release:
#   irm https://github.com/OWNER/REPO/releases/latest/download/install.ps1 | iex
# Environment variables choose otherwise: SITEGEN_VERSION (0.1.0), SITEGEN_TO (a folder).
& {
    $ErrorActionPreference = 'Stop'
    # Without it, Windows PowerShell draws a progress bar for each kilobyte.
    $ProgressPreference = 'SilentlyContinue'

    # A release fills in its repository. SITEGEN_RELEASES is another address that serves the same files.
    $releases = if ($env:SITEGEN_RELEASES) { $env:SITEGEN_RELEASES } else { 'https://github.com/OWNER/REPO/releases' }
    $to = if ($env:SITEGEN_TO) { $env:SITEGEN_TO } else { Join-Path $env:LOCALAPPDATA 'Programs\sitegen' }
    $base = if ($env:SITEGEN_VERSION) { "$releases/download/v$($env:SITEGEN_VERSION.TrimStart('v'))" } else { "$releases/latest/download" }

    # Windows on arm64 runs x64 programs.
    if (-not [Environment]::Is64BitOperatingSystem) {
        throw 'There is no program for 32-bit Windows: only for Windows x64, Linux x64 and arm64, and macOS arm64.'
    }

    function Fetch($address, $file) {
        try {
            Invoke-WebRequest -UseBasicParsing -Uri $address -OutFile $file
        } catch {
            throw "$address could not be fetched: $($_.Exception.Message) Is there a network connection, and does the release exist? $releases"
        }
    }

    try {
        New-Item -ItemType Directory -Force $to | Out-Null
        $new = Join-Path $to ('.new-' + [Guid]::NewGuid().ToString('N'))
        New-Item -ItemType Directory $new | Out-Null
    } catch {
        throw "$to can't be written: $($_.Exception.Message) Choose another folder: `$env:SITEGEN_TO = 'FOLDER'"
    }

    try {
        Fetch "$base/SHA256SUMS" "$new\SHA256SUMS"
        $line = Get-Content "$new\SHA256SUMS" | Where-Object { $_ -match '^[0-9a-f]{64} [ *]sitegen-[^/]*-win-x64\.zip$' } | Select-Object -First 1
        if (-not $line) { throw "$base/SHA256SUMS names no archive for win-x64." }
        $sum, $archive = $line.Substring(0, 64), $line.Substring(66)
        Fetch "$base/$archive" "$new\archive.zip"
        if ((Get-FileHash -Algorithm SHA256 "$new\archive.zip").Hash -ne $sum) {
            throw "$archive does not have the sum that SHA256SUMS names. Nothing was installed; try again later."
        }

        # All of it is here and runs before the old program is replaced.
        Expand-Archive "$new\archive.zip" "$new\files"
        Remove-Item "$new\files\LICENSE", "$new\files\README.md"
        $installed = & "$new\files\sitegen.exe" --version
        if ($LASTEXITCODE -ne 0) { throw "The program of $archive does not run on this system. Nothing was installed." }
        try {
            Move-Item -Force "$new\files\*" $to
        } catch {
            throw "$to can't be written: $($_.Exception.Message) Stop sitegen if it is running."
        }
    } finally {
        Remove-Item -Recurse -Force $new
    }

    Write-Host "$installed is in $to."
    $path = [Environment]::GetEnvironmentVariable('Path', 'User')
    if (($path -split ';') -notcontains $to) {
        [Environment]::SetEnvironmentVariable('Path', (@($path -split ';' | Where-Object { $_ }) + $to) -join ';', 'User')
        $env:Path += ";$to"
        Write-Host 'It was added to your PATH; terminals that are already open do not know it yet.'
    }
    Write-Host 'Next: sitegen init my-blog'
}
