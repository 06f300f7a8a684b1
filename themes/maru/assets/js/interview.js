// On interviews: the questions follow along, one speaker's words alone, quoting with source.

export default function interview(article) {
  const said = article.querySelector('.said');
  followAlong(article);
  oneSpeaker(article, said);
  quoting(article, said);
}

/** Marks the question being read in the list, and closes the list's sheet once a question is chosen. */
function followAlong(article) {
  const list = article.querySelector('.questions');
  if (!list) return;
  const links = new Map([...list.querySelectorAll('a')].map(link => [link.hash.slice(1), link]));
  const exchanges = [...article.querySelectorAll('.exchange[id]')];
  let current;

  const mark = () => {
    const line = 120;
    const read = exchanges.findLast(exchange => exchange.getBoundingClientRect().top <= line);
    const link = links.get(read?.id);
    if (link === current) return;
    current?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    current = link;
    if (link && list.scrollHeight > list.clientHeight)
      list.scrollTop = link.offsetTop - list.clientHeight / 2;
  };

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  list.addEventListener('toggle', later);
  list.addEventListener('click', event => {
    if (event.target.closest('a') && list.matches(':popover-open')) list.hidePopover();
  });
  mark();
}

/** Hides the other speakers' turns; pressed again, or by the button in the status line, shows all. */
function oneSpeaker(article, said) {
  const buttons = [...article.querySelectorAll('.only')];
  const turns = [...article.querySelectorAll('.turn')];
  const all = document.createElement('button');
  all.type = 'button';
  all.textContent = said.dataset.all;
  all.className = 'all';

  const show = button => {
    const speaker = button?.dataset.speaker;
    for (const other of buttons) other.setAttribute('aria-pressed', other === button);
    for (const turn of turns) turn.hidden = speaker !== undefined && turn.dataset.speaker !== speaker;
    for (const exchange of article.querySelectorAll('.exchange'))
      exchange.classList.toggle('silent', ![...exchange.querySelectorAll('.turn')].some(turn => !turn.hidden));
    article.classList.toggle('one-speaker', speaker !== undefined);
    said.replaceChildren(...(button ? [button.dataset.said, ' ', all] : []));
  };

  for (const button of buttons)
    button.addEventListener('click', () => show(button.getAttribute('aria-pressed') === 'true' ? undefined : button));
  all.addEventListener('click', () => {
    const last = buttons.find(button => button.getAttribute('aria-pressed') === 'true');
    show();
    last?.focus();
  });

  // A link to a turn or question that is hidden shows everything again.
  const reveal = hash => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target && article.contains(target) && (target.hidden || target.querySelector('.turn[hidden]'))) show();
    return target;
  };
  article.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (link) reveal(link.hash);
  });
  addEventListener('hashchange', () => reveal(location.hash)?.scrollIntoView());
}

/** Selected words can be copied with who said them, where, and the address of the turn. */
function quoting(article, said) {
  const prose = article.querySelector('.prose');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quote';
  button.textContent = said.dataset.quote;
  let words = '';

  const chosen = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const turns = [...prose.querySelectorAll('.turn')].filter(turn => !turn.hidden && range.intersectsNode(turn));
    return turns.length > 0 && prose.contains(range.commonAncestorContainer) ? { range, turns } : null;
  };

  const offer = () => {
    const quote = chosen();
    words = quote ? quotation(quote) : '';
    if (!words) {
      if (document.activeElement !== button) button.remove();
      return;
    }

    // Behind the turn, so that the next press of Tab reaches it; in sight, below the selection.
    quote.turns.at(-1).append(button);
    const box = quote.range.getBoundingClientRect();
    const around = button.offsetParent.getBoundingClientRect();
    button.style.top = `${Math.min(box.bottom, innerHeight - 60) - around.top + 8}px`;
    button.style.left = `${Math.max(0, Math.min(box.left - around.left, around.width - button.offsetWidth))}px`;
  };

  let timer;
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(offer, 200);
  });
  button.addEventListener('pointerdown', event => event.preventDefault());
  button.addEventListener('click', async () => {
    const text = words;
    const done = await copy(text);
    said.textContent = done ? said.dataset.quoted : said.dataset.notQuoted;
    setTimeout(() => { if (said.childElementCount === 0) said.textContent = ''; }, 4000);
    getSelection().removeAllRanges();
    button.remove();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') button.remove();
  });
  offer();
}

function quotation({ range, turns }) {
  const parts = turns.map(turn => ({ turn, text: within(range, turn) })).filter(part => part.text);
  if (parts.length === 0) return '';
  const title = document.querySelector('h1').textContent.trim();
  const address = (document.querySelector('link[rel=canonical]')?.href ?? location.href.split('#')[0]) + '#' + parts[0].turn.id;
  return parts.length === 1
    ? `“${parts[0].text}”\n— ${parts[0].turn.dataset.speaker}, 「${title}」\n${address}`
    : `${parts.map(({ turn, text }) => `${turn.dataset.speaker}: “${text}”`).join('\n')}\n— 「${title}」\n${address}`;
}

/** The selected text of a turn without its label, link and marks. */
function within(range, turn) {
  const part = document.createRange();
  part.selectNodeContents(turn);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  const copy = part.cloneContents();
  for (const extra of copy.querySelectorAll('.speaker, .mark, .turn-link, button')) extra.remove();
  return part.startContainer.parentElement?.closest('.speaker, .mark') && part.startContainer === part.endContainer
    ? ''
    : copy.textContent.replace(/\s+/g, ' ').trim();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
