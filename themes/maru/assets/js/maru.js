// On every page: the colour scheme that the reader chose, how far the text is read, and the loading of what only some pages need.

const root = document.documentElement;
const device = matchMedia('(prefers-color-scheme: dark)');
const given = root.dataset.scheme;
const place = 'maru-scheme';

// Storage may be closed to us; then the choice lasts as long as the page.
const stored = () => { try { return localStorage.getItem(place); } catch { return null; } };
const store = choice => {
  try { if (choice === given) localStorage.removeItem(place); else localStorage.setItem(place, choice); } catch { /* nothing to keep it in */ }
};

const isDark = () => root.dataset.scheme === 'dark' || (root.dataset.scheme === 'auto' && device.matches);

function show(choice) {
  if (root.dataset.scheme !== choice) root.dataset.scheme = choice;
  document.querySelector('.scheme')?.setAttribute('aria-pressed', isDark());
  document.dispatchEvent(new CustomEvent('maru:scheme', { detail: { dark: isDark() } }));
}

/** To the other side; back to the site's own setting where that gives the same. */
function turn() {
  const wanted = isDark() ? 'light' : 'dark';
  const byItself = given === wanted || (given === 'auto' && device.matches === (wanted === 'dark'));
  show(byItself ? given : wanted);
  store(root.dataset.scheme);
}

// At once, so that the page is not seen in the other colours first; the rest when the page is there.
show(['light', 'dark'].includes(stored()) ? stored() : given);
device.addEventListener('change', () => show(root.dataset.scheme));
addEventListener('storage', event => { if (event.key === place) show(event.newValue ?? given); });

/** The bar on top: from the text's beginning at the upper edge of the window to its end at the lower one. */
function progress(bar, text) {
  const draw = () => {
    const { top, height } = text.getBoundingClientRect();
    const rest = height - innerHeight;
    bar.style.transform = `scaleX(${rest > 0 ? Math.min(1, Math.max(0, -top / rest)) : Number(top < 0)})`;
  };
  addEventListener('scroll', draw, { passive: true });
  // A page that begins at its top has nothing to draw, and needs no measuring before it is first painted.
  if (scrollY > 0) draw();
}

const signs = ['scroll', 'pointerover', 'pointerdown', 'keydown', 'focusin', 'selectionchange'];

const when = {
  // Once something is painted, so that what is seen first has the line to itself; at once where the address asks something.
  paint(element, load) {
    if (location.search || location.hash || !PerformanceObserver.supportedEntryTypes?.includes('paint')) return load();
    new PerformanceObserver((_, watch) => {
      watch.disconnect();
      load();
    }).observe({ type: 'paint', buffered: true });
  },

  // A little before it comes into view.
  sight(element, load) {
    const watch = new IntersectionObserver(entries => {
      if (entries.some(entry => entry.isIntersecting)) {
        watch.disconnect();
        load();
      }
    }, { rootMargin: '400px' });
    watch.observe(element);
  },

  // With the reader's first sign of life. A button pressed before the module is there is pressed again.
  use(element, load) {
    const pressed = new Set();
    const press = event => pressed.add(event.target.closest('[aria-pressed]'));
    const begin = () => {
      for (const sign of signs) document.removeEventListener(sign, begin, true);
      load().then(() => {
        element.removeEventListener('click', press);
        for (const button of pressed) button?.click();
      });
    };
    element.addEventListener('click', press);
    for (const sign of signs) document.addEventListener(sign, begin, { capture: true, passive: true });
    if (location.hash || scrollY > 0) begin();
  },
};

/** A film's picture becomes the film where it is pressed; until then nothing of its host is loaded but the picture. */
function play(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const still = event.currentTarget;
  const frame = document.createElement('iframe');
  const address = new URL(still.dataset.embed);
  address.searchParams.set('autoplay', '1');
  frame.src = address;
  frame.title = still.querySelector('img')?.alt ?? still.textContent.trim();
  frame.allow = 'autoplay; fullscreen; picture-in-picture';
  still.replaceWith(frame);
  frame.focus();
}

/** The key / leads to the search box: this page's, else that of the search page. */
function slash(event) {
  if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (event.target.isContentEditable || event.target.matches?.('input, textarea, select')) return;
  const box = document.querySelector('.search-form:not([hidden]) [name=q]'), page = document.querySelector('.site-head a[href$="/search/"]');
  if (!box && !page) return;
  event.preventDefault();
  if (box) box.focus();
  else location.href = page.href + '#maru-query';
}

/** What is wider than the text is scrolled; then the keyboard must reach it. Told by the browser once it is laid out, with its style sheet. */
function reach() {
  const sizes = new ResizeObserver(entries => {
    for (const { target } of entries)
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0; else target.removeAttribute('tabindex');
  });
  for (const wide of document.querySelectorAll('.prose :is(pre, table, .math)')) sizes.observe(wide);
}

/** On paper an address is written behind the words that lead to it, unless those are the address. */
function onPaper() {
  for (const link of document.querySelectorAll('.prose a[href^=http]'))
    link.classList.toggle('bare', link.href.replace(/\/$/, '').endsWith(link.textContent.trim().replace(/\/$/, '')));
}

function begin() {
  show(root.dataset.scheme);
  document.querySelector('.scheme')?.addEventListener('click', turn);
  const bar = document.querySelector('.progress');
  if (bar) progress(bar, document.querySelector('.prose'));
  for (const form of document.querySelectorAll('.search-form')) form.hidden = false;
  addEventListener('keydown', slash);
  addEventListener('beforeprint', onPaper);
  for (const still of document.querySelectorAll('.video-still[data-embed]')) still.addEventListener('click', play);
  reach();
  for (const element of document.querySelectorAll('[data-module]')) {
    const load = async () => {
      const [module] = await Promise.all([element.dataset.module, element.dataset.core].filter(Boolean).map(address => import(address)));
      await module.default(element);
      element.dataset.ready = '';
    };
    (when[element.dataset.when] ?? ((_, start) => start()))(element, load);
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
else begin();
