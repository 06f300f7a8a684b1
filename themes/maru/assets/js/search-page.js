// The search page: its box and filters, the results, the address, the keys. What is found is search.js's business.

const SHOWN = 10;
// search.js, whose address only the page knows.
let core;
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, figcaption, dt, dd, summary';

async function fetchText(address, fresh) {
  const answer = await fetch(address, fresh ? { cache: 'no-cache' } : {});
  if (!answer.ok) throw Object.assign(new Error(`${answer.status} ${address}`), { status: answer.status });
  return answer.text();
}

/** The passages of a post's own page, as the index has them for small sites. */
export function readPage(page) {
  const texts = new Map();
  const walk = page.createTreeWalker(page.querySelector('.prose') ?? page.createElement('p'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (parent.closest('.speaker, .mark, .turn-link, script, style, [hidden], button')) continue;
    const block = parent.closest(BLOCKS) ?? parent;
    texts.set(block, (texts.get(block) ?? '') + walk.currentNode.data);
  }
  let above = '';
  return [...texts].map(([block, text]) => {
    const heading = /^H\d$/.test(block.tagName);
    if (heading) above = block.id || above;
    return { anchor: block.closest('.turn, .note')?.id ?? above, heading, text: text.normalize().replace(/\s+/g, ' ').trim() };
  }).filter(passage => passage.text);
}

const fetchPassages = async path => readPage(new DOMParser().parseFromString(await fetchText(path), 'text/html'));

/** At most some lines of a passage, with the first find among them. */
export function excerpt(text, ranges, most = 150) {
  if (text.length <= most) return [text, ranges];
  let from = Math.max(0, (ranges[0]?.[0] ?? 0) - 30), to = from + most;
  if (from > 0) from = text.indexOf(' ', from) + 1 || from;
  if (from > (ranges[0]?.[0] ?? 0)) from = ranges[0][0];
  if (to < text.length) to = Math.max(text.lastIndexOf(' ', to), from + most / 2);
  const before = from > 0 ? '… ' : '', move = before.length - from;
  return [before + text.slice(from, to) + (to < text.length ? ' …' : ''),
    ranges.filter(range => range[1] <= to).map(([a, b]) => [a + move, b + move])];
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function marked(text, ranges) {
  const parts = [];
  let at = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(at, from), element('mark', '', text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
}

const two = number => String(number).padStart(2, '0');
const DATES = {
  official: (y, m, d) => `${y}. ${m}. ${d}.`,
  dots: (y, m, d) => `${y}.${two(m)}.${two(d)}`,
  long: (y, m, d) => `${y}년 ${m}월 ${d}일`,
};

function dateOf(days, style) {
  const date = new Date(days * 864e5), parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const time = element('time', '', DATES[style](...parts));
  time.dateTime = date.toISOString().slice(0, 10);
  return time;
}

function row(post, { index, match }, style) {
  const { title, path, days, categories, people } = index.about(post);
  const link = element('a', '', ...marked(title, core.highlight(title, match, true)));
  link.href = path;
  const passage = element('p', 'summary'), meta = element('p', 'meta');
  if (days !== null) meta.append(dateOf(days, style));
  // Of the other names those that were found.
  for (const name of new Set([...categories.slice(0, 1), ...[...categories, ...people].filter(name => core.highlight(name, match, true).length > 0)]))
    meta.append(element('span', '', ...marked(name, core.highlight(name, match, true))));
  const fill = async () => {
    const best = core.bestPassage(await index.passages(post), match);
    if (!best) return;
    const to = element('a', '', ...marked(...excerpt(best.text, core.highlight(best.text, match))));
    to.href = best.anchor ? `${path}#${encodeURIComponent(best.anchor)}` : path;
    passage.append(to);
  };
  return { item: element('li', '', element('article', '', element('h2', '', link), passage, meta)), fill };
}

/** The list of results: the first ten, then ten more each time; passages when their row comes near. */
function results(root, style) {
  const list = root.querySelector('ol'), more = root.querySelector('.show-more'), fills = new Map();
  let current, shown = 0;
  const near = new IntersectionObserver(entries => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      fills.get(target)();
    }
  }, { rootMargin: '300px' });

  const add = () => {
    for (const post of current.posts.slice(shown, shown += SHOWN)) {
      const { item, fill } = row(post, current, style);
      fills.set(item, fill);
      list.append(item);
      if (Array.isArray(current.index.passages(post))) fill();
      else near.observe(item);
    }
    more.hidden = shown >= current.posts.length;
  };

  more.addEventListener('click', () => {
    const next = list.children.length;
    add();
    list.children[next].querySelector('a').focus();
  });
  return result => {
    near.disconnect();
    fills.clear();
    list.replaceChildren();
    current = result;
    shown = 0;
    add();
  };
}

function arrows(root, box) {
  root.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], item = event.target.closest('ol > li');
    const stops = [box, ...root.querySelectorAll('ol h2 a'), ...root.querySelectorAll('.show-more:not([hidden])')];
    const at = stops.indexOf(item?.querySelector('a') ?? event.target);
    if (!step || at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  });
}

const NAMES = ['q', 'category', 'person', 'year'];
const asAddress = asked => {
  const query = new URLSearchParams(NAMES.filter(name => asked[name]).map(name => [name, asked[name]]));
  return location.pathname + (query.size > 0 ? `?${query}` : '');
};
const fromAddress = () => {
  const given = new URLSearchParams(location.search);
  return Object.fromEntries(NAMES.map(name => [name, given.get(name) ?? '']));
};

export default async function page(root) {
  core = await import(root.dataset.core);
  const said = root.dataset, form = root.querySelector('form'), status = root.querySelector('[role=status]');
  const browse = document.querySelector('.browse'), box = form.elements.q, filters = root.querySelector('.filters'), list = root.querySelector('ol');
  const source = core.open(said.folder, async (address, fresh) => JSON.parse(await fetchText(address, fresh)), fetchPassages);
  const show = results(root, said.dates);
  let asked = fromAddress(), turn = 0, filled = false, timer;
  let committed = asAddress(asked);

  const say = text => { if (status.textContent !== text) status.textContent = text; };
  const nothing = { posts: [] };

  const sentence = ({ posts, complete, typed, trouble }) => [
    typed && said.keyboard.replace('{words}', () => typed),
    (posts.length === 0 ? said.none : complete ? said.found : said.partly).replace('{count}', posts.length),
    trouble && said.trouble,
  ].filter(Boolean).join(' ');

  // From the first letter typed until the results are those of what stands in the box.
  const busy = yes => list.setAttribute('aria-busy', yes);

  async function answer() {
    const mine = ++turn;
    busy(true);
    const idle = NAMES.every(name => !asked[name].trim());
    let result = nothing, text = '';
    try {
      if (!idle) {
        result = await source.search(asked.q, asked);
        text = sentence(result);
      }
    } catch {
      text = said.failed;
    }
    if (mine !== turn) return;
    show(result);
    busy(false);
    if (browse) browse.hidden = result.posts.length > 0;
    say(text);
  }

  /** The address follows without a new entry; a browser that counts such changes may refuse one. */
  const replace = address => { try { history.replaceState(null, '', address); } catch { /* the next one will do */ } };
  const commit = () => {
    const address = asAddress(asked);
    if (address !== committed) history.pushState(null, '', address);
    committed = address;
  };
  const read = () => {
    asked = { ...asked, q: box.value.slice(0, 100) };
    for (const select of filled ? filters.querySelectorAll('select') : []) asked[select.name] = select.value;
  };

  // Also while an input method composes: each step of it is text that can be looked for.
  box.addEventListener('input', () => {
    clearTimeout(timer);
    busy(true);
    timer = setTimeout(() => {
      read();
      replace(asAddress(asked));
      answer();
    }, 80);
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(timer);
    read();
    // What was typed meanwhile stood in the entry before, which gets its own address back.
    if (asAddress(asked) !== committed) replace(committed);
    commit();
    answer();
  });
  filters.addEventListener('change', () => {
    read();
    commit();
    answer();
  });
  addEventListener('popstate', () => {
    asked = fromAddress();
    committed = asAddress(asked);
    put();
    answer();
  });

  const put = () => {
    if (box.value !== asked.q) box.value = asked.q;
    for (const select of filters.querySelectorAll('select')) select.value = asked[select.name];
  };
  const fill = index => {
    const lists = { category: index.categories, person: index.people, year: index.years };
    for (const select of filters.querySelectorAll('select')) {
      select.append(...lists[select.name].map(name => new Option(name)));
      select.value = asked[select.name];
      select.closest('label').hidden = lists[select.name].length === 0;
    }
    filled = true;
    filters.dataset.ready = '';
    (globalThis.requestIdleCallback ?? setTimeout)(index.warm);
  };

  arrows(root, box);
  form.hidden = false;
  if (asked.q) box.value = asked.q;
  else read();
  if (location.hash === `#${box.id}`) box.focus();
  source.ready().then(fill, () => say(said.failed));
  answer();
}
