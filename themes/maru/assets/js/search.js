// Search without a page: what is written in the index, what is asked, what is found. search-page.js shows it.
// Files and rules: src/SiteGen.Core/Search/README.md in SiteGen's repository; section numbers here are those of its queries.

const LEADS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const VOWELS = 'ㅏ,ㅐ,ㅑ,ㅒ,ㅓ,ㅔ,ㅕ,ㅖ,ㅗ,ㅗㅏ,ㅗㅐ,ㅗㅣ,ㅛ,ㅜ,ㅜㅓ,ㅜㅔ,ㅜㅣ,ㅠ,ㅡ,ㅡㅣ,ㅣ'.split(',');
const TAILS = ',ㄱ,ㄲ,ㄱㅅ,ㄴ,ㄴㅈ,ㄴㅎ,ㄷ,ㄹ,ㄹㄱ,ㄹㅁ,ㄹㅂ,ㄹㅅ,ㄹㅌ,ㄹㅍ,ㄹㅎ,ㅁ,ㅂ,ㅂㅅ,ㅅ,ㅆ,ㅇ,ㅈ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ'.split(',');
// U+3131 to U+3163: the letters that stand alone.
const LETTERS = 'ㄱ,ㄲ,ㄱㅅ,ㄴ,ㄴㅈ,ㄴㅎ,ㄷ,ㄸ,ㄹ,ㄹㄱ,ㄹㅁ,ㄹㅂ,ㄹㅅ,ㄹㅌ,ㄹㅍ,ㄹㅎ,ㅁ,ㅂ,ㅃ,ㅂㅅ,ㅅ,ㅆ,ㅇ,ㅈ,ㅉ,ㅊ,ㅋ,ㅌ,ㅍ,ㅎ'.split(',').concat(VOWELS);
// The keys of the keyboard's one side and the other.
const LATIN = 'rRseEfaqQtTdwWczxvgkoiOjpuPhynbml';
const ON_LATIN = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ';

const WORD = /[\p{L}\p{Nd}\p{Mn}\p{Mc}]+/gu;
const SEAM = /[a-z][가-힣]|[가-힣][a-z]/;
// Whose lower case is not to be left to the whole text's, and halves of pairs, which are no word's.
const UNUSUAL = /[\u03a3\u3000\uff01-\uff5e\ud800-\udfff]/g;

export function fold(text) {
  const plain = text.normalize().replace(UNUSUAL, foldUnit);
  return plain.includes('\u0130') ? plain.replace(/[^]/g, foldUnit) : plain.toLowerCase();
}

function foldUnit(unit) {
  const code = unit.charCodeAt(0);
  if (code === 0x3000 || code >= 0xd800 && code < 0xe000) return ' ';
  const lower = (code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : unit).toLowerCase();
  return lower.length === 1 ? lower : unit;
}

// By their codes: a string for each unit would be what takes the time.
const isSyllable = code => code >= 0xac00 && code < 0xd7a4;
const spelled = [], initials = [];
const keysOf = code => spelled[code] ??= isSyllable(code)
  ? LEADS[(code - 0xac00) / 588 | 0] + VOWELS[((code - 0xac00) / 28 | 0) % 21] + TAILS[(code - 0xac00) % 28]
  : LETTERS[code - 0x3131] ?? String.fromCharCode(code);
const initialOf = code => initials[code] ??= isSyllable(code) ? LEADS[(code - 0xac00) / 588 | 0] : String.fromCharCode(code);

/** What is typed on the two-set keyboard for a folded text. */
export function keys(text, typed = keysOf) {
  const parts = [];
  for (let i = 0; i < text.length; i++) parts.push(typed(text.charCodeAt(i)));
  return parts.join('');
}

export const words = folded => folded.match(WORD) ?? [];
/** Whether a word has another beginning here: Hangul and Latin letters meet, and enough is left. */
const seam = (word, i) => i > 0 && word.length - i > 1 && SEAM.test(word[i - 1] + word[i]);

/** What was worked out for a key before; not for too many. */
function remember(known, key, make) {
  if (known.size > 300) known.clear();
  if (!known.has(key)) known.set(key, make());
  return known.get(key);
}

const isWord = [], isLatin = code => code > 96 && code < 123;
const ofWord = code => isWord[code] ??= String.fromCharCode(code).match(WORD) !== null;

/** A text's line: the keys of its words, before each unit a blank where a word begins, else a stroke. Lines of the text stay lines. */
export function line(text, typed = keysOf) {
  const folded = fold(text), parts = [];
  let within = false, before = 0;
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (ofWord(code)) {
      const seam = within && (isLatin(code) ? isSyllable(before) : isLatin(before) && isSyllable(code)) && ofWord(folded.charCodeAt(i + 1));
      parts.push(within && !seam ? "'" : ' ', typed(code));
    } else if (code === 10) parts.push('\n');
    within = ofWord(before = code);
  }
  return parts.join('');
}

// Keys need no escape: only letters, digits and marks are keys of words.
const anyMark = needle => [...needle].join("[ ']?");
const patterns = new Map();

/** Tells how well keys stand in a line, and from where to where, at each place where they begin with a unit (3). */
function eachPlace(line, needle, tell) {
  // The end of a line is caught as an empty text; an optional group would not catch it.
  const pattern = remember(patterns, needle, () => new RegExp(`([ '])${anyMark(needle)}(?=([ ']|$)|)`, 'g'));
  pattern.lastIndex = 0;
  for (let found; needle && (found = pattern.exec(line)); pattern.lastIndex = found.index + 1) {
    const [all, before, after] = found;
    const inside = after !== undefined && needle.length > 3 ? 40 : 0;
    tell(before === "'" ? inside : after === undefined ? 60 : after === "'" ? 80 : 100, found.index, found.index + all.length);
  }
}

/** The quality of the best place; 0 where there is none. */
function best(line, needle) {
  let most = 0;
  eachPlace(line, needle, quality => { most = Math.max(most, quality); });
  return most;
}

/** Titles or names to look in. Their lines are made when they are first asked for. */
function field(texts) {
  const by = typed => {
    const known = new Map();
    let lines;
    // All at once is faster than each by itself.
    const all = () => lines ??= line(texts.map(text => text.replaceAll('\n', ' ')).join('\n'), typed).split('\n');
    /** The best quality in each text that has the needle. */
    const find = needle => remember(known, needle, () => {
      const found = new Map();
      if (texts.length > 0) all().forEach((line, i) => raise(found, i, best(line, needle)));
      return found;
    });
    return { all, find };
  };
  const full = by(keysOf);
  /** Words that may be one key away: one half of them is as it was. */
  const near = own => {
    const half = own.length >> 1, intact = new RegExp(` ${anyMark(own.slice(0, half))}|${anyMark(own.slice(half))}`), found = new Set();
    if (texts.length > 0) full.all().forEach((line, i) => { if (intact.test(line)) words(fold(texts[i])).forEach(word => found.add(word)); });
    return [...found].map(word => keys(word));
  };
  return { full, initial: by(initialOf), near };
}

const raise = (map, key, value) => { if (value > (map.get(key) ?? 0)) map.set(key, value); };

const DIGITS = [];
for (let code = 0x20, digit = 0; code < 0x7f; code++) if (code !== 0x22 && code !== 0x5c) DIGITS[code] = digit++;

/** Calls with the number of the post and the position, for each place of a word of a shard. */
function eachWritten(postings, tell) {
  let post = -1, position = -1, number = 0;
  for (let i = 0; i < postings.length; i++) {
    const digit = DIGITS[postings.charCodeAt(i)];
    if (digit < 12) number = number * 12 + digit;
    else if (digit < 24) { post += number * 12 + digit - 11; number = 0; position = -1; }
    else if (digit < 32) number = number * 8 + digit - 24;
    else { position += number * 60 + digit - 31; number = 0; tell(post, position); }
  }
}

function readPassages(rows) {
  let anchor = '';
  return rows.map(row => {
    const tab = row.indexOf('\t'), heading = row[0] === '#';
    anchor = row.slice(Number(heading), tab) || anchor;
    return { anchor, heading, text: row.slice(tab + 1) };
  });
}

/** A small site's dictionary, by the first units of words. Of the places each knows the word's next one: a list for every word would take most of the time. */
function readTexts(texts, heads) {
  const known = new Map(), drawers = new Map(), posts = [], positions = [], nexts = [];
  const each = first => tell => { for (let i = first; i >= 0; i = nexts[i]) tell(posts[i], positions[i]); };
  const entry = word => {
    let found = known.get(word);
    if (found) return found;
    known.set(word, found = { word, each: null, last: -1, tails: null });
    drawers.get(word[0])?.push(found) ?? drawers.set(word[0], [found]);
    if (SEAM.test(word)) found.tails = [...word].map((_, i) => i).filter(i => seam(word, i)).map(i => entry(word.slice(i)));
    return found;
  };
  const add = (entry, post, position) => {
    const place = posts.push(post) - 1;
    positions.push(position);
    nexts.push(-1);
    if (entry.last < 0) entry.each = each(place);
    else nexts[entry.last] = place;
    entry.last = place;
  };
  texts.forEach((rows, post) => {
    let position = 0;
    const folded = fold(rows.map(row => row.slice(row.indexOf('\t') + 1)).join('\u0001')).split('\u0001');
    for (const heading of [true, false]) {
      folded.forEach((text, i) => {
        if (rows[i]?.startsWith('#') !== heading) return;
        for (const word of words(text)) {
          const found = entry(word);
          add(found, post, position);
          if (found.tails) for (const tail of found.tails) add(tail, post, position);
          position++;
        }
        position++;
      });
      if (heading) heads[post] = position;
    }
  });
  return drawers;
}
/** The beginnings of words that are one key away: changed, missing or added (4). */
export function variants(own, all) {
  const found = new Set();
  for (const word of all) {
    let same = 0;
    while (same < own.length && own[same] === word[same]) same++;
    if (same === own.length) continue;
    const rest = own.slice(same + 1), there = word.slice(same);
    const length = there !== '' && there.slice(1).startsWith(rest) ? 0 : there.startsWith(rest) ? -1 : there.slice(1).startsWith(own.slice(same)) ? 1 : null;
    if (length !== null) found.add(word.slice(0, own.length + length));
  }
  return [...found].sort().slice(0, 20);
}

/** posts.json, ready to be asked. `load(n)` fetches a shard, `page(path)` a post's passages. */
function readIndex(data, load, page) {
  const { titles, paths, days, people, personOf, categories, categoryOf, tags, tagOf, particles, aliases, parts = [], texts, shards } = data;
  const columns = [titles, paths, days, personOf, categoryOf, tagOf, data.heads, texts ?? titles];
  if (data.api !== 1 || !columns.every(column => Array.isArray(column) && column.length === titles.length)) throw new Error('not an index');

  const dates = [];
  days.forEach((day, i) => dates.push(day < 0 || dates[i - 1] === null ? null : i > 0 ? dates[i - 1] - day : day));
  const year = post => dates[post] === null ? '' : String(new Date(dates[post] * 864e5).getUTCFullYear());
  const terms = categoryOf.map((list, i) => [...list, ...tagOf[i].map(tag => tag + categories.length)]);
  const title = field(titles);
  const fields = [[title, null, 50], [field(people), personOf, 40], [field([...categories, ...tags]), terms, 30]];

  const named = [...fields.map(([names]) => names), field(aliases.flat())];
  const particle = new Set(particles);
  const stem = word => {
    const found = particles.find(ending => word.length - ending.length > 1 && word.endsWith(ending));
    return found && word.slice(0, -found.length);
  };

  const groups = aliases.map(group => group.map(name => words(fold(name)).map(word => keys(word))));
  const ofNames = parts.map(([word, ...others]) => ({ own: keys(word), others: others.map(name => words(name).map(word => keys(word))) }));

  const heads = [...data.heads], loaded = new Map(), known = new Map(), firsts = shards?.map(word => keys(fold(word)));
  let drawers, trouble = false, gone = false;

  async function shard(number) {
    try {
      const { words, posts } = await load(number);
      if (words.length !== posts.length || ![...words, ...posts].every(text => typeof text === 'string')) throw new Error('not a shard');
      return words.map((word, i) => ({ word, each: tell => eachWritten(posts[i], tell) }));
    } catch (error) {
      // What the server does not have is not asked for again; a broken line may come back.
      if (!error.status) loaded.delete(number);
      gone ||= error.status === 404;
    }
  }

  /** All entries among which those with a beginning are. Of shards at most five are read. */
  async function drawer(beginning, most = 5) {
    if (!shards) return [...drawers ??= readTexts(texts, heads)].flatMap(([unit, entries]) => keys(unit).startsWith(beginning) || beginning.startsWith(keys(unit)) ? entries : []);
    let first = 0;
    while (firsts[first + 1] <= beginning) first++;
    const wanted = firsts.flatMap((word, n) => n === first || n > first && word.startsWith(beginning) && word !== firsts[n + 1] ? [n] : []).slice(0, most);
    for (const number of wanted) if (!loaded.has(number)) loaded.set(number, shard(number));
    const found = await Promise.all(wanted.map(number => loaded.get(number)));
    trouble ||= found.includes(undefined);
    if (trouble) known.clear();
    return found.flatMap(entries => entries ?? []);
  }

  const like = async beginning => (await drawer(beginning)).filter(entry => (entry.keys ??= keys(entry.word)).startsWith(beginning));
  const exactly = async own => (await drawer(own, 1)).filter(entry => (entry.keys ??= keys(entry.word)) === own);

  /** How well a word goes on behind the keys that were looked for. */
  function ending(word, length) {
    let unit = 0;
    while (length > 0) length -= keysOf(word.charCodeAt(unit++)).length;
    const rest = word.slice(unit);
    return length < 0 ? 60 : rest === '' || particle.has(rest) ? 100 : 80;
  }

  /** Where words stand one after the other: post to the places (of more than five only five), the best quality, and whether in a heading. */
  const standing = list => remember(known, list.join(' '), async () => {
    const rows = await Promise.all(list.map(own => own.length > 1 ? like(own) : exactly(own)));
    const found = new Map();
    let before;
    rows.forEach((entries, n) => {
      const here = [];
      for (const { word, each } of entries) {
        const quality = ending(word, list[n].length);
        each((post, position) => {
          if (!(post in titles) || before && !before[post]?.includes(position - 1) && !(shards && before[post]?.includes(position))) return;
          if (n === rows.length - 1) note(found, post, position, quality);
          else (here[post] ??= []).push(position);
        });
      }
      before = here;
    });
    return found;
  });

  function note(found, post, position, quality) {
    if (!found.has(post)) found.set(post, { places: [], quality, heading: false });
    const seen = found.get(post);
    if (seen.places.length < 5 && !seen.places.includes(position)) seen.places.push(position);
    seen.quality = Math.max(seen.quality, quality);
    seen.heading ||= position < heads[post];
  }

  function parse(query) {
    const list = words(fold(query.slice(0, 100))).slice(0, 8);
    const units = [];
    for (let i = 0; i < list.length; i += units.at(-1).length) units.push(unitAt(list, i));
    const typed = list.map(word => keys(word));
    units.forEach((unit, i) => {
      for (const [a, b] of [[units[i - 1], unit], [unit, units[i + 1]]]) if (a?.word && b?.word) unit.alternatives.push({ list: [a.keys + b.keys], weight: 90, only: 'texts' });
    });
    return { units, typed, whole: typed.join('') };
  }

  /** The unit that begins here: the longest name of a group, however it is spaced, else a word. */
  function unitAt(list, from) {
    for (let length = list.length - from; ; length--) {
      const own = list.slice(from, from + length), typed = own.map(word => keys(word)), ending = stem(own.at(-1));
      const stemmed = ending && [...typed.slice(0, -1), keys(ending)];
      const group = groups.find(names => names.some(name => [typed.join(''), stemmed?.join('')].includes(name.join(''))));
      if (!group && length > 1) continue;
      const word = length === 1 && own[0], alternatives = [{ list: typed, weight: 100 }];
      if (!word) alternatives.push({ list: [typed.join('')], weight: 90, only: 'texts' });
      else if (stemmed) alternatives.push({ list: stemmed, weight: 90 });
      for (const name of group ?? []) if (name.join(' ') !== typed.join(' ')) alternatives.push({ list: name, weight: 85 });
      for (const { own, others } of group ? [] : ofNames) {
        if ([typed[0], stemmed?.[0]].includes(own) || typed[0].length > 3 && own.startsWith(typed[0])) alternatives.push(...others.map(list => ({ list, weight: 80 })));
      }
      return { word, keys: typed[0], length, alternatives, initials: word && /^[a-z\d]*([ㄱ-ㅎ][a-z\d]*){2,}$/.test(typed[0]) };
    }
  }

  /** Adds other spellings and spacings of a word (4, 5). */
  async function widen({ word, keys: own, alternatives, initials }) {
    if (!word || initials) return;
    const more = [];
    const found = await Promise.all(alternatives.map(({ list }) => standing(list)));
    if (own.length > 6 && /[가-힣]/.test(word)) {
      more.push(...variants(own, named.flatMap(names => names.near(own))).map(other => ({ list: [other], weight: 50, only: 'names' })));
      const inNames = alternatives.some(({ list, only }) => only !== 'texts' && fields.some(([names]) => names.full.find(list.join('')).size > 0));
      if (!inNames && found.every(posts => posts.size === 0)) {
        more.push(...variants(own, (await like(keys(word[0]))).map(entry => entry.keys)).map(other => ({ list: [other], weight: 50, only: 'texts' })));
      }
    }
    const cuts = [word, stem(word) || ''].flatMap(whole => Array.from({ length: Math.max(0, whole.length > 3 && whole.length - 2) }, (_, i) => [whole.slice(0, i + 2), whole.slice(i + 2)]));
    await Promise.all(cuts.map(async ([first, second], i) => {
      cuts[i] = !particle.has(second) && (await exactly(keys(first))).length > 0 && { list: [keys(first), keys(second)], weight: 80, only: 'texts' };
    }));
    alternatives.push(...more, ...cuts.filter(Boolean));
  }

  /** Adds a unit's points in titles and names (3). */
  function rateNames({ alternatives, initials }, total) {
    for (const [names, of, worth] of fields) {
      const best = new Map();
      for (const { list, weight, only } of alternatives) {
        if (only === 'texts') continue;
        for (const [i, quality] of (initials ? names.initial : names.full).find(list.join('')))
          raise(best, i, Math.floor(worth * (initials ? quality > 40 && 70 : quality) * weight / 10000));
      }
      if (!of) for (const [post, points] of best) total[post] += points;
      else if (best.size > 0) of.forEach((list, post) => { total[post] += list.reduce((most, name) => Math.max(most, best.get(name) ?? 0), 0); });
    }
  }

  /** Adds a unit's points in the texts (5). */
  async function rateTexts({ alternatives, initials }, total) {
    const best = new Map();
    for (const { list, weight, only } of initials ? [] : alternatives) {
      if (only === 'names') continue;
      for (const [post, { places, quality, heading }] of await standing(list))
        raise(best, post, Math.floor((10 + 2 * places.length) * quality * weight / 10000) + (heading ? 10 : 0));
    }
    for (const [post, points] of best) total[post] += points;
  }

  /** The posts with every unit, else those with the most, the best first (6, 7). */
  async function rank({ units, typed, whole }) {
    await Promise.all(units.map(widen));
    const count = new Uint8Array(titles.length), points = new Int32Array(titles.length);
    for (const unit of units) {
      const ofUnit = new Int32Array(titles.length);
      rateNames(unit, ofUnit);
      await rateTexts(unit, ofUnit);
      ofUnit.forEach((number, post) => {
        count[post] += number > 0;
        points[post] += number;
      });
    }
    for (const [post, quality] of title.full.find(whole)) if (quality > 40) points[post] += title.full.all()[post].replace(/[ ']/g, '') === whole ? 100 : 60;
    if (typed.length > 1) for (const post of (await standing(typed)).keys()) points[post] += 15;
    const most = count.reduce((a, b) => Math.max(a, b), 0);
    const posts = [...titles.keys()].filter(post => most > 0 && count[post] === most);
    return { posts: posts.sort((a, b) => points[b] - points[a] || a - b), points, complete: most === units.length };
  }

  async function search(query, { category, person, year: ofYear } = {}) {
    const admits = post => (!category || categoryOf[post].some(i => categories[i] === category))
      && (!person || personOf[post].some(i => people[i] === person)) && (!ofYear || year(post) === ofYear);
    trouble = false;
    let asked = parse(query), typed = null;
    let found = { posts: category || person || ofYear ? [...titles.keys()] : [], complete: true };
    if (asked.units.length > 0) found = await rank(asked);
    for (const reading of found.complete ? [] : otherKeyboard(query.slice(0, 100).normalize())) {
      const other = parse(reading), there = other.units.length > 0 && await rank(other);
      if (!there?.complete) continue;
      [asked, found, typed] = [other, there, reading];
      break;
    }
    return { ...found, posts: found.posts.filter(admits), typed, trouble, match: matchOf(asked) };
  }

  const pages = new Map();
  return {
    search,
    about: post => ({ title: titles[post], path: paths[post], days: dates[post], people: personOf[post].map(i => people[i]), categories: categoryOf[post].map(i => categories[i]) }),
    /** A post's passages; a promise of them where its page must be fetched. */
    passages: post => texts ? readPassages(texts[post]) : remember(pages, post, () => page(paths[post]).catch(() => [])),
    people, categories,
    years: [...new Set(dates.map((_, post) => year(post)))].filter(Boolean),
    isGone: () => gone,
    /** Makes what the first query would have to wait for. */
    warm: () => title.full.all(),
  };
}

const matchOf = ({ units, whole }) => ({
  whole,
  units: units.map(({ alternatives, initials }) => ({ initials, needles: alternatives.map(({ list }) => list.join('')) })),
});

/** The places [from, to) of a text where a match's words stand; in names also initials, and what begins within a word. */
export function highlight(text, { units, whole }, isName = false) {
  const folded = fold(text), own = line(text), first = line(text, initialOf), ranges = [];
  const at = [...folded.matchAll(WORD)].flatMap(({ 0: word, index }) => [...word].map((_, i) => index + i));
  const unit = (line, to) => at[line.slice(0, to).split(/[ ']/).length - 2];
  const mark = (line, needle, enough) => eachPlace(line, needle, (quality, from, to) => {
    if (quality >= enough) ranges.push([unit(line, from + 1), unit(line, to) + 1]);
  });
  for (const { needles, initials } of [...units, { needles: [whole] }]) {
    for (const needle of needles) {
      if (!initials) mark(own, needle, isName ? 40 : needle.length > 1 ? 60 : 100);
      else if (isName) mark(first, needle, 60);
    }
  }
  return ranges.sort((a, b) => a[0] - b[0]).reduce((joined, [from, to]) => {
    if (from <= joined.at(-1)?.[1]) joined.at(-1)[1] = Math.max(to, joined.at(-1)[1]);
    else joined.push([from, to]);
    return joined;
  }, []);
}

/** The passage with the most units of the query, then with the whole of it, then the first. */
export function bestPassage(passages, { units, whole }) {
  let chosen, most = -1;
  for (const passage of passages) {
    const own = line(passage.text);
    const holds = needle => best(own, needle) > (needle.length > 1 ? 40 : 80);
    const worth = 2 * units.filter(({ needles, initials }) => !initials && needles.some(holds)).length + holds(whole);
    if (worth > most) [chosen, most] = [passage, worth];
  }
  return chosen;
}

/** The other readings of a query whose keyboard was set to the other letters (8). */
const otherKeyboard = query => [
  ...(/[a-z]/i.test(query) ? [fromLatin(query, true), fromLatin(query, false)] : []),
  ...(/[가-힣ㄱ-ㅣ]/.test(query) ? [toLatin(query)] : []),
].filter((reading, i, all) => reading !== query && all.indexOf(reading) === i);

const toLatin = text => [...keys(text)].map(key => LATIN[ON_LATIN.indexOf(key)] ?? key).join('');
const fromLatin = (text, keepCapitals) => compose(text.replace(keepCapitals ? /[a-z]/g : /[a-z]/gi,
  letter => ON_LATIN[LATIN.includes(letter) ? LATIN.indexOf(letter) : LATIN.indexOf(letter.toLowerCase())]));

/** Keys put together as an input method does: each consonant that a vowel follows begins a syllable. */
const compose = text => text.replace(
  /([ㄱ-ㅎ])(ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[ㅏ-ㅣ])((?:ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ])(?![ㅏ-ㅣ])|)/g,
  (all, lead, vowel, tail) => LEADS.includes(lead) && VOWELS.includes(vowel)
    ? String.fromCharCode(0xac00 + (LEADS.indexOf(lead) * 21 + VOWELS.indexOf(vowel)) * 28 + TAILS.indexOf(tail))
    : all);

/** An index that is fetched when first asked for, and again where a newer one has taken its place. `fetchJson(address, fresh)` throws errors with the answer's `status`. */
export function open(folder, fetchJson, fetchPassages) {
  const latest = async fresh => (await fetchJson(`${folder}index.json`, fresh)).index;
  // Names stay while contents change: a file of another state, as a browser's store may still have it, is as good as none.
  const keyed = async (file, key, fresh = false) => {
    const data = await fetchJson(`${folder}${file}?${key}`, fresh);
    return data.key === key ? data : fresh ? Promise.reject(Object.assign(new Error(`not ${key}`), { status: 404 })) : keyed(file, key, true);
  };
  const read = async name => {
    const [file, key] = name.split('?'), data = await keyed(file, key);
    return { name, index: readIndex(data, n => keyed(file.replace('.json', `-${n}.json`), data.keys[n]), fetchPassages), asked: false };
  };
  const start = () => latest(false).then(name => read(name).catch(async error => {
    const newer = error.status === 404 ? await latest(true) : name;
    return newer === name ? Promise.reject(error) : read(newer);
  }));
  let current;
  const state = () => current ??= start().catch(error => { current = null; throw error; });
  const answer = (query, filters) => state().then(async ({ index }) => ({ ...await index.search(query, filters), index }));
  return {
    ready: async () => (await state()).index,
    /** The posts, the best first, with the index that knows them. */
    async search(query, filters) {
      const result = await answer(query, filters), old = await state();
      if (!result.index.isGone() || old.asked) return result;
      // A page of yesterday with an index of today; looked into once for each index.
      old.asked = true;
      const newer = await latest(true).catch(() => old.name);
      if (newer === old.name) return result;
      current = read(newer).catch(() => old);
      return answer(query, filters);
    },
  };
}
