// In preview only: reloads what has changed, shows what is wrong, and a bar about the page. Everything stands in a shadow root, so that theme and preview leave each other alone.

const own = document.querySelector('script[data-folder][data-version]').dataset;
const korean = own.language === 'ko';
const say = (ko, en) => korean ? ko : en;
const count = (number, one) => `${number} ${one}${number === 1 ? '' : 's'}`;

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { all: initial; }
  * { box-sizing: border-box; font: 14px/1.5 system-ui, "Apple SD Gothic Neo", "Noto Sans KR", "Malgun Gothic", sans-serif; }
  .panel { position: fixed; inset: 0; z-index: 2147483646; overflow: auto; padding: 24px max(24px, calc(50vw - 440px)) 80px; background: #1c1917f5; color: #f5f5f4; }
  .panel[hidden], .bar[hidden], .show[hidden], .more[hidden] { display: none; }
  h2 { font-size: 20px; font-weight: 700; margin: 0 0 16px; }
  .problem { margin: 0 0 16px; padding: 12px 16px; border-left: 4px solid #f87171; background: #292524; }
  .problem.warning { border-color: #fbbf24; }
  .problem p { margin: 0; overflow-wrap: anywhere; word-break: keep-all; }
  .headline { font-weight: 700; }
  pre, pre * { font: 13px/1.6 ui-monospace, "D2Coding", "Noto Sans Mono CJK KR", monospace; }
  pre { margin: 8px 0; padding: 4px 0; overflow-x: auto; white-space: pre; background: #1c1917; }
  pre i { visibility: hidden; } pre b { color: #fca5a5; }
  a, button { color: inherit; }
  .problem a { display: inline-block; margin-top: 8px; padding: 4px 0; }
  button { min-height: 32px; padding: 4px 12px; border: 1px solid #a8a29e; border-radius: 4px; background: #292524; cursor: pointer; }
  .bar, .show { position: fixed; right: 12px; bottom: 12px; z-index: 2147483645; }
  .show { color: #f5f5f4; }
  .bar { max-width: calc(100vw - 24px); padding: 6px 10px; border-radius: 6px; background: #1c1917; color: #f5f5f4; display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; }
  .bar .hidden { color: #fbbf24; font-weight: 700; }
  .more { flex-basis: 100%; max-height: 50vh; overflow: auto; margin: 0; padding: 8px 0 4px; border-top: 1px solid #57534e; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 8px; }
  dt { color: #d6d3d1; } dd { margin: 0; overflow-wrap: anywhere; }
  ul { margin: 0; padding-left: 18px; }
  :focus-visible { outline: 2px solid #fbbf24; outline-offset: 2px; }
  @media print { .panel, .bar, .show { display: none; } }
`);

const host = document.createElement('sitegen-preview');
const shadow = host.attachShadow({ mode: 'open' });
shadow.adoptedStyleSheets = [style];
const panel = element('section', { className: 'panel', hidden: true, role: 'alertdialog', ariaLabel: say('고칠 것', 'Problems') });
const bar = element('aside', { className: 'bar', hidden: true, ariaLabel: say('미리 보기', 'Preview') });
const show = element('button', { className: 'show', type: 'button', hidden: true, textContent: say('미리 보기', 'Preview') });
shadow.append(panel, bar, show);
document.documentElement.append(host);
show.addEventListener('click', () => hideBar(false));
addEventListener('keydown', event => { if (event.key === 'Escape' && !panel.hidden) closePanel(); });

let shown = '', closed = '', asked = '';
let open = false;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const link = (href, text) => href ? element('a', { href, textContent: text }) : element('span', { textContent: text });

function hideBar(hidden) {
  sessionStorage.setItem('sitegen-bar', hidden ? 'off' : 'on');
  bar.hidden = hidden;
  show.hidden = !hidden;
  (hidden ? show : bar.querySelector('button')).focus();
}

function closePanel() {
  [closed, asked] = [shown, ''];
  panel.hidden = true;
}

/** Over the page while there are errors that the author has not put away; warnings when they are asked for. */
function showProblems(problems) {
  const errors = problems.filter(problem => problem.error).length;
  shown = JSON.stringify(problems);
  panel.hidden = shown !== asked && (errors === 0 || shown === closed);
  if (panel.hidden) return;
  const close = element('button', { type: 'button', textContent: say('닫기', 'Close') });
  close.addEventListener('click', closePanel);
  panel.replaceChildren(
    element('h2', { textContent: errors > 0 ? say(`고칠 것 ${errors}개`, count(errors, 'problem')) : say(`살펴볼 것 ${problems.length}개`, count(problems.length, 'warning')) }),
    ...problems.map(problem => element('article', { className: problem.error ? 'problem' : 'problem warning' },
      element('p', { className: 'headline', textContent: problem.headline }),
      ...(problem.line ? [excerpt(problem)] : []), ...problem.advice.map(text => element('p', { textContent: text })), ...(problem.editor ? [link(problem.editor, say('편집기에서 열기', 'Open in the editor'))] : []))),
    close);
}

/** The line and a caret. What stands before the place stands unseen before the caret, which is therefore under its column whatever the font. */
function excerpt({ line, before, after }) {
  return element('pre', { tabIndex: 0 }, ` ${line} | ${before}${after}\n`, element('i', { textContent: ` ${line} | ${before}` }), element('b', { textContent: '^' }));
}

function why(reason) {
  const [word, ...until] = reason.split(' ');
  return { draft: say('초안: 머리말에 draft: true', 'draft: true'), future: say('예약됨: ', 'scheduled for ') + until.join(' '), expired: say('기한이 지남', 'expired'), unlisted: say('주소로만 보임: 머리말에 unlisted: true', 'unlisted: true') }[word] ?? reason;
}

function showBar({ page, held, problems }) {
  const warnings = problems.filter(problem => !problem.error).length;
  const errors = problems.length - warnings;
  bar.hidden = sessionStorage.getItem('sitegen-bar') === 'off';
  show.hidden = !bar.hidden;
  const toggle = element('button', { type: 'button', textContent: say('더 보기', 'More'), ariaExpanded: String(open) });
  const hide = element('button', { type: 'button', textContent: say('숨기기', 'Hide') });
  const more = element('div', { className: 'more', hidden: !open });
  const unpublished = element('div');
  toggle.addEventListener('click', () => { open = !open; more.hidden = !open; toggle.ariaExpanded = String(open); if (open) showUnpublished(unpublished); });
  hide.addEventListener('click', () => hideBar(true));
  if (page) more.append(element('dl', {}, ...page.matter.flatMap(([key, value]) => [element('dt', { textContent: key }), element('dd', { textContent: value })])));
  if (held.length > 0)
    more.append(element('p', { textContent: say(`올리지 않는 글 ${held.length}편`, `${held.length} held back`) }),
      element('ul', {}, ...held.map(post => element('li', {}, link(post.editor, post.title), ` (${why(post.until ? `${post.why} ${post.until}` : post.why)})`))));
  more.append(unpublished);
  if (open) showUnpublished(unpublished);
  bar.replaceChildren(
    ...(page ? [link(page.editor, page.file), element('span', { textContent: say(`${page.words}어절`, count(page.words, 'word')) + (page.minutes ? say(` · ${page.minutes}분`, ` · ${page.minutes} min`) : '') })] : []),
    ...(page?.hidden ?? []).map(reason => element('span', { className: 'hidden', textContent: why(reason) })),
    ...(errors + warnings > 0 ? [problemButton(problems, errors, warnings)] : []), toggle, hide, more);
}

/** What has changed since the site was published last; asked for only when somebody looks, since git is asked. */
async function showUnpublished(place) {
  try {
    const { known, documents, others } = await (await fetch(own.folder + 'changes', { cache: 'no-store' })).json();
    if (!known) return;
    const words = { new: say('새 글', 'new'), changed: say('고침', 'changed'), removed: say('지움', 'removed') };
    place.replaceChildren(
      element('p', { textContent: documents.length + others === 0 ? say('마지막으로 올린 뒤 바뀐 것이 없습니다', 'Nothing has changed since the last publication')
        : say(`마지막으로 올린 뒤 바뀐 글 ${documents.length}편`, `${count(documents.length, 'text')} changed since the last publication`) + (others ? say(`, 그 밖의 파일 ${others}개`, `, ${count(others, 'other file')}`) : '') }),
      element('ul', {}, ...documents.map(post => element('li', {}, link(post.editor, post.title), ` (${words[post.change]})`))));
  } catch {
    // The preview has stopped.
  }
}

function problemButton(problems, errors, warnings) {
  const button = element('button', { type: 'button', textContent: [...(errors ? [say(`오류 ${errors}개`, count(errors, 'error'))] : []), ...(warnings ? [say(`주의 ${warnings}개`, count(warnings, 'warning'))] : [])].join(' · ') });
  button.addEventListener('click', () => { asked = JSON.stringify(problems); showProblems(problems); });
  return button;
}

/** Style sheets are exchanged where they stand; a page that shows something else is loaded anew, where the reader was. */
async function look() {
  const answer = await fetch(`${own.folder}page?path=${encodeURIComponent(location.pathname)}`, { cache: 'no-store' }).catch(() => null);
  if (!answer) return; // The preview has stopped; the stream of events tries again.
  if (!answer.ok) return location.reload(); // The site has got another base path.
  const report = await answer.json();
  showProblems(report.problems);
  showBar(report);
  if (report.key !== own.key) {
    if (report.key || !report.problems.some(problem => problem.error)) location.reload();
    return;
  }
  const old = [...document.querySelectorAll('link[rel=stylesheet]')];
  for (const sheet of report.sheets) {
    const name = sheet.replace(/\.[0-9a-f]{10}\.css$/, '.');
    const now = old.find(link => link.getAttribute('href').startsWith(name));
    if (!now || now.getAttribute('href') === sheet) continue;
    const fresh = now.cloneNode();
    fresh.href = sheet;
    fresh.addEventListener('load', () => now.remove());
    now.after(fresh);
  }
}

// One look at a time; of those asked for meanwhile the last one is taken.
let looking = false, again = false;
async function follow() {
  if (looking) { again = true; return; }
  looking = true;
  try {
    do { again = false; await look(); } while (again);
  } finally {
    looking = false;
  }
}

// A stream keeps one of the six connections that a browser has for a server: of all open pages one listens, and tells the others. Over plain HTTP from elsewhere there are no locks, and each listens.
const pages = new BroadcastChannel(own.folder + 'events');
pages.onmessage = follow;
function listen() {
  const events = new EventSource(own.folder + 'events');
  events.onmessage = () => { pages.postMessage(''); follow(); };
  // A stream that is refused does not come again: the site has got another base path before it was asked for.
  events.onerror = () => { if (events.readyState === EventSource.CLOSED) follow(); };
  addEventListener('pagehide', () => events.close());
  return new Promise(() => {});
}
if (navigator.locks) navigator.locks.request(own.folder + 'events', listen);
else listen();
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
follow();
