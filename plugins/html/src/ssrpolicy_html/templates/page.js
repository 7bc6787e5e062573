'use strict';
// The page reads without this script; with it one filters, searches and goes to and fro.
(() => {
  const byId = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll('article.entry')];
  const places = new Map(cards.map((card, place) => [card, place]));
  const form = byId('~find');
  const field = byId('~words');
  const found = byId('~found');
  const selects = [...form.querySelectorAll('select')];
  const index = JSON.parse(byId('~index').textContent);
  const wide = matchMedia('(min-width: 62rem)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // -- searching and filtering ---------------------------------------------------------------

  const folded = (text) => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();
  const texts = [];
  const readUntil = (end) => {
    for (let place = texts.length; place < end; place += 1) {
      texts.push(folded(cards[place].textContent));
    }
  };
  // The texts are read while nothing else happens, so that the first search need not wait.
  const readOn = () => {
    readUntil(Math.min(texts.length + 250, cards.length));
    if (texts.length < cards.length) later(readOn);
  };
  const later = (work) => (window.requestIdleCallback || setTimeout)(work);

  const groups = [...document.querySelectorAll('section.group')].map((group) => ({
    group,
    record: group.closest('section.record'),
    cards: [...group.querySelectorAll('article.entry')].map((card) => places.get(card)),
  }));
  const shown = new Uint8Array(cards.length).fill(1);
  let marks = null;

  const chosen = () => {
    const fits = new Uint8Array(cards.length).fill(1);
    for (const select of selects) {
      if (select.value === '') continue;
      const has = new Uint8Array(cards.length);
      for (const place of index[select.dataset.key][Number(select.value)]) has[place] = 1;
      for (let place = 0; place < fits.length; place += 1) fits[place] &= has[place];
    }
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    if (words.length) {
      readUntil(cards.length);
      for (let place = 0; place < fits.length; place += 1) {
        if (fits[place] && !words.every((word) => texts[place].includes(word))) fits[place] = 0;
      }
    }
    return fits;
  };

  const filter = () => {
    const fits = chosen();
    let number = 0;
    for (let place = 0; place < fits.length; place += 1) {
      number += fits[place];
      if (fits[place] !== shown[place]) {
        cards[place].hidden = !fits[place];
        shown[place] = fits[place];
      }
    }
    const records = new Map();
    for (const each of groups) {
      const some = each.cards.some((place) => fits[place]);
      if (each.group.hidden === some) each.group.hidden = !some;
      records.set(each.record, some || records.get(each.record) || false);
    }
    for (const [record, some] of records) if (record.hidden === some) record.hidden = !some;
    const all = number === cards.length;
    for (const record of document.querySelectorAll('section.record')) {
      if (!records.has(record)) record.hidden = !all;
    }
    dim(fits, all);
    found.textContent = all ? found.dataset.all
      : number ? found.dataset.some.replace('%d', number.toLocaleString(document.documentElement.lang))
        : found.dataset.none;
  };

  // Passages of what is filtered away lose their colour in the source.
  const dim = (fits, all) => {
    if (marks === null) {
      if (all) return;
      marks = [...document.querySelectorAll('.text mark')].map((mark) => ({
        mark, off: false, entries: mark.dataset.e.split(' ').map(Number),
      }));
    }
    for (const each of marks) {
      const off = !all && !each.entries.some((place) => fits[place]);
      if (off !== each.off) {
        each.mark.classList.toggle('off', off);
        each.off = off;
      }
    }
  };

  let waiting = 0;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener('change', filter);
  form.addEventListener('submit', (event) => { event.preventDefault(); filter(); });
  form.addEventListener('reset', () => setTimeout(() => { filter(); field.focus(); }));

  // -- from a passage to its entries, and back ------------------------------------------------

  const lit = [];
  const light = (element) => { element.classList.add('on'); lit.push(element); };
  const marksOf = (place, record) => record.querySelectorAll(`mark[data-e~="${place}"]`);
  const gentle = () => (calm.matches ? 'auto' : 'smooth');

  // Only the pane is scrolled, not the page that the reader is on.
  const showInPane = (mark) => {
    const pane = mark.closest('.sources');
    if (!wide.matches || pane.scrollHeight <= pane.clientHeight) return;
    const from = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (from > 40 && from < pane.clientHeight - 80) return;
    pane.scrollTo({ top: pane.scrollTop + from - pane.clientHeight / 3, behavior: gentle() });
  };

  const follow = () => {
    for (const element of lit.splice(0)) element.classList.remove('on');
    const target = aimed();
    if (!target) return;
    if (target.closest('[hidden]')) {
      for (const control of [field, ...selects]) control.value = '';
      filter();
      target.scrollIntoView();
    }
    const record = target.closest('section.record');
    const card = target.closest('article.entry');
    if (card) {
      light(card);
      const own = marksOf(places.get(card), record);
      own.forEach(light);
      if (own.length) showInPane(own[0]);
    } else if (target.matches('mark')) {
      for (const place of target.dataset.e.split(' ')) {
        light(cards[place]);
        marksOf(place, record).forEach(light);
      }
    }
  };

  // A short id or a full one, as other reports have it, leads to the entry too.
  const aimed = () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const there = wanted && byId(wanted);
    if (!wanted || there) return there || null;
    const parts = wanted.split('#');
    const own = parts.length === 2 ? byId(parts.join('/'))
      : cards.find((card) => card.id.split('/').pop() === wanted) || null;
    if (own) location.replace(`#${own.id}`);
    return null;
  };

  const go = (id) => {
    if (location.hash === `#${id}`) follow();
    else location.hash = id;
  };

  document.addEventListener('click', (event) => {
    const dot = event.target.closest('[data-to]');
    if (dot) { go(dot.dataset.to); return; }
    const mark = event.target.closest('.text mark');
    if (!mark || !getSelection().isCollapsed) return;
    const own = mark.dataset.e.split(' ').map((place) => cards[place]);
    // A passage of several entries leads to each of them in turn.
    const now = own.findIndex((card) => `#${card.id}` === location.hash);
    go(own[(now + 1) % own.length].id);
  });
  addEventListener('hashchange', follow);

  // -- on paper --------------------------------------------------------------------------------

  addEventListener('beforeprint', () => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

  // A browser may bring back what was typed when one returns to the page.
  form.hidden = false;
  if (field.value || selects.some((select) => select.value)) filter();
  follow();
  later(readOn);
  document.documentElement.dataset.ready = '';
})();
