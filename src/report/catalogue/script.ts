/**
 * What the page does in a browser, on top of a table that is whole without it: searches, filters, sorts, copies, and has a
 * switch for light and dark. It reads all from the table, and makes no markup out of text.
 */

/** JavaScript, as browsers run it; test/e2e/catalogue.test.ts runs it in one. */
export const script = `
'use strict';
const at = (id) => document.getElementById(id);
const make = (tag, text, attributes = {}) => {
  const element = document.createElement(tag);
  element.append(text);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const root = document.documentElement;
const table = at('images');
const none = 'not known';
const textOf = (element) => element.textContent.trim();

/* Requirements are there once for all images that have the same. */
const sets = [...document.querySelectorAll('#sets pre')].map((set) => set.textContent.toLowerCase());
const images = [...table.tBodies].map((body, place) => {
  const [image, version, python, base, platforms, , made] = body.rows[0].cells;
  const minor = textOf(python).split('.').slice(0, 2).join('.');
  return {
    body, place, set: Number(body.dataset.r ?? -1), text: body.textContent.toLowerCase(),
    rank: Number(body.dataset.v), size: Number(body.dataset.s), name: textOf(image).toLowerCase(),
    made: made.querySelector('time')?.dateTime ?? '', python: textOf(python), base: textOf(base), version: textOf(version),
    platforms: [...platforms.querySelectorAll('li')].map(textOf),
    values: {
      Image: [textOf(image.querySelector('small'))], Version: [textOf(version)], Python: [minor], Base: [textOf(base)],
      Platform: [...platforms.querySelectorAll('li')].map(textOf),
    },
  };
});

const numeric = new Intl.Collator('en', { numeric: true });
const form = at('controls');
const query = at('query');
/* What all images have is no choice, and is not offered. */
const filters = ['Image', 'Version', 'Python', 'Base', 'Platform'].flatMap((key) => {
  const ranks = new Map(images.flatMap(({ values, rank }) => values[key].map((value) => [value, rank])));
  if (images.every(({ values }) => values[key].length === ranks.size)) return [];
  const byRank = (one, other) => ranks.get(other) - ranks.get(one);
  const order = { Version: byRank, Python: (one, other) => numeric.compare(other, one) }[key] ?? numeric.compare;
  const select = make('select', make('option', 'all', { value: '' }));
  for (const value of [...ranks.keys()].sort(order)) select.append(make('option', value, { value }));
  const label = make('label', key);
  label.append(select);
  at('clear').before(label);
  return [{ key, select }];
});

const apply = () => {
  const words = query.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const inSets = sets.map((text) => words.map((word) => text.includes(word)));
  const chosen = filters.filter(({ select }) => select.value !== '');
  let count = 0;
  for (const { body, text, set, values } of images) {
    const fits = chosen.every(({ key, select }) => values[key].includes(select.value))
      && words.every((word, index) => text.includes(word) || inSets[set]?.[index] === true);
    if (fits) count += 1;
    if (body.hidden === fits) body.hidden = !fits;
  }
  const all = images.length === 1 ? '1 image' : images.length + ' images';
  at('count').textContent = count === images.length ? all : count === 0 ? 'No image of ' + images.length + ' fits.' : count + ' of ' + all;
};
form.addEventListener('input', apply);
form.addEventListener('submit', (event) => event.preventDefault());
/* The fields are emptied after this event. */
form.addEventListener('reset', () => setTimeout(apply));

/* Newest and largest come first where that is asked for more often. */
const columns = [
  { of: ({ name }) => name },
  { of: ({ rank, version }) => (version === none ? '' : rank), down: true },
  { of: ({ python }) => (python === none ? '' : python), down: true },
  { of: ({ base }) => (base === none ? '' : base) },
  { of: ({ platforms }) => platforms.length, down: true },
  { of: ({ size }) => size || '', down: true },
  { of: ({ made }) => made, down: true },
];
const heads = [...table.tHead.rows[0].cells];
heads.forEach((head, column) => {
  const button = make('button', head.firstChild, { type: 'button' });
  head.append(button);
  const { of, down = false } = columns[column];
  button.addEventListener('click', () => {
    const before = head.getAttribute('aria-sort');
    const falls = before === null ? down : before === 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', falls ? 'descending' : 'ascending');
    const keyed = images.map((image) => ({ image, key: of(image) }));
    keyed.sort((one, other) => {
      /* What is not known is last, either way. */
      if (one.key === '' || other.key === '') return (one.key === '') - (other.key === '') || one.image.place - other.image.place;
      const order = typeof one.key === 'number' ? one.key - other.key : numeric.compare(one.key, other.key);
      return (falls ? -order : order) || one.image.place - other.image.place;
    });
    table.append(...keyed.map(({ image }) => image.body));
  });
});

const [ages, days] = ['always', 'auto'].map((numeric) => new Intl.RelativeTimeFormat('en', { numeric }));
const ageOf = (count) => {
  if (count < 60) return days.format(-count, 'day');
  return count < 730 ? ages.format(-Math.floor(count / 30.4), 'month') : ages.format(-Math.floor(count / 365.25), 'year');
};
for (const time of table.querySelectorAll('time')) {
  const age = Math.floor((Date.now() - Date.parse(time.dateTime)) / 86400000);
  time.after(make('small', ageOf(Math.max(0, age))));
}

const said = at('said');
const copy = async (code) => {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    /* A page that came over plain HTTP has no clipboard of its own. */
    getSelection().selectAllChildren(code);
    return document.execCommand('copy');
  }
};
table.addEventListener('toggle', ({ target }) => {
  const body = target.closest('tbody');
  if (!target.open || body.dataset.whole) return;
  body.dataset.whole = 'yes';
  for (const code of target.querySelectorAll('.pull code')) {
    const button = make('button', 'Copy', { type: 'button', 'aria-label': 'Copy ' + code.textContent });
    code.after(button);
    button.addEventListener('click', async () => {
      const done = await copy(code);
      button.textContent = done ? 'Copied' : 'Press Ctrl+C';
      said.textContent = '';
      said.textContent = button.textContent;
      setTimeout(() => button.replaceChildren('Copy'), 2000);
    });
  }
  for (const link of target.querySelectorAll('a'))
    link.replaceWith(at(link.hash.slice(1)).nextElementSibling.cloneNode(true));
}, true);

const themes = ['system', 'light', 'dark'];
const theme = at('theme');
const remembered = () => {
  try {
    return localStorage.getItem('theme');
  } catch {
    return null;
  }
};
const paint = (name) => {
  if (name === 'system') delete root.dataset.theme;
  else root.dataset.theme = name;
  theme.textContent = 'Theme: ' + name;
};
let current = themes.includes(remembered()) ? remembered() : 'system';
paint(current);
theme.addEventListener('click', () => {
  current = themes[(themes.indexOf(current) + 1) % themes.length];
  paint(current);
  try {
    localStorage.setItem('theme', current);
  } catch {
    /* It holds for this visit alone. */
  }
});

root.classList.add('js');
for (const element of [form, theme]) element.hidden = false;
apply();
`;
