// Comments of giscus or utterances: fetched on sight, in the page's colours, and following when those change.

const isDark = () => {
  const scheme = document.documentElement.dataset.scheme;
  return scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
};

const hosts = {
  giscus: {
    origin: 'https://giscus.app',
    themes: ['light', 'dark'],
    attributes: (settings, theme) => ({
      'data-repo': settings.repo,
      'data-repo-id': settings.repoId,
      'data-category': settings.category,
      'data-category-id': settings.categoryId,
      'data-mapping': 'specific',
      'data-term': settings.id,
      'data-strict': '1',
      'data-reactions-enabled': settings.reactions === 'false' ? '0' : '1',
      'data-emit-metadata': '0',
      'data-input-position': settings.inputPosition ?? 'bottom',
      'data-theme': theme,
      'data-lang': settings.lang,
    }),
    message: theme => ({ giscus: { setConfig: { theme } } }),
  },
  utterances: {
    origin: 'https://utteranc.es',
    themes: ['github-light', 'github-dark'],
    attributes: (settings, theme) => ({ repo: settings.repo, 'issue-term': settings.id, label: settings.label, theme }),
    message: theme => ({ type: 'set-theme', theme }),
  },
};

export default function comments(section) {
  const host = hosts[section.dataset.provider];
  if (!host) return;
  const theme = dark => host.themes[dark ? 1 : 0];
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(host.attributes(section.dataset, theme(isDark())))) {
    if (value !== undefined) script.setAttribute(name, value);
  }

  script.src = `${host.origin}/client.js`;
  script.async = true;
  script.crossOrigin = 'anonymous';
  section.append(script);
  document.addEventListener('maru:scheme', event => {
    section.querySelector('iframe')?.contentWindow.postMessage(host.message(theme(event.detail.dark)), host.origin);
  });
}
