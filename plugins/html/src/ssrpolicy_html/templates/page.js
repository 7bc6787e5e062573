'use strict';
// The page reads without this script; with it one filters, searches and goes to and fro.
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId('~find');
  const field = byId('~words');
  const found = byId('~found');
  const selects = [...form.querySelectorAll('select[data-key]')];
  const paper = byId('~print');
  const index = JSON.parse(byId('~index').textContent);
  const many = document.body.classList.contains('many');
  const wide = matchMedia('(min-width: 62rem)');
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  // -- the records of a large page, made when they come near ---------------------------------

  // A browser with script keeps what stands in noscript as one text, which takes hardly any time.
  const records = [...document.querySelectorAll('section.record')].map((section) => {
    const from = Number(section.dataset.from);
    const held = section.querySelector(':scope > noscript');
    return { section, from, to: from + Number(section.dataset.count), held, read: false, cards: null, stale: false };
  });
  const total = records.length ? records[records.length - 1].to : 0;
  const recordAt = (place) => records.find((record) => place < record.to);
  const recordOf = (element) => {
    const section = element.closest('section.record');
    return records.find((record) => record.section === section);
  };

  // The only markup ever made by script: what this file itself holds, escaped as all of it is.
  const own = !many || !window.trustedTypes ? { createHTML: (markup) => markup }
    : window.trustedTypes.createPolicy('page', { createHTML: (markup) => markup });

  const show = (record) => {
    if (record.cards) return record;
    if (record.held) {
      readTexts(record);
      const made = document.createElement('template');
      made.innerHTML = own.createHTML(record.held.textContent);
      record.section.querySelector(':scope > .wait').remove();
      record.held.replaceWith(made.content);
      record.held = null;
      record.stale = number !== total;
    }
    record.cards = [...record.section.querySelectorAll('article.entry')];
    if (record.stale) fit(record);
    return record;
  };
  const cardAt = (place) => {
    const record = show(recordAt(place));
    return record.cards[place - record.from];
  };

  const near = new Set();
  const watch = new IntersectionObserver((seen) => {
    for (const each of seen) {
      const record = recordOf(each.target);
      if (!each.isIntersecting) { near.delete(record); continue; }
      near.add(record);
      show(record);
      if (record.stale) fit(record);
    }
  }, { rootMargin: '75% 0px' });

  // All else follows while nothing else happens: the words, so that the first search need not wait,
  // then the records, so that the browser's own search finds them too.
  const later = (work) => (window.requestIdleCallback ? requestIdleCallback(work) : setTimeout(work, 20));
  let resting = true;
  const goOn = (rest) => {
    for (const record of records) {
      if (record.read) continue;
      readTexts(record);
      if (!rest || rest.timeRemaining() < 5) { later(goOn); return; }
    }
    for (const record of records) {
      if (record.cards && !record.stale) continue;
      show(record);
      if (record.stale) fit(record);
      if (!rest || rest.timeRemaining() < 15) { later(goOn); return; }
    }
    resting = true;
  };
  const workOn = () => {
    if (resting) later(goOn);
    resting = false;
  };

  // -- searching and filtering ---------------------------------------------------------------

  const folded = (text) => text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();
  const signs = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" };
  const texts = [];
  const readTexts = (record) => {
    if (record.read) return;
    record.read = true;
    let read;
    if (record.held) {
      const markup = record.held.textContent;
      read = folded(markup.slice(markup.indexOf('<div class="entries"'))
        .replace(/<article class="entry [^>]*>/g, '\u0001').replace(/<[^>]*>/g, ' ')
        .replace(/&(amp|lt|gt|#34|#39);/g, (all, name) => signs[name])).split('\u0001').slice(1);
    } else {
      read = [...record.section.querySelectorAll('article.entry')].map((card) => folded(card.textContent));
    }
    read.forEach((text, place) => { texts[record.from + place] = text; });
  };

  let fits = new Uint8Array(total).fill(1);
  let number = total;

  // How many of the choices made each entry fails: what fails one alone counts in that one's list.
  const chosen = () => {
    const fitting = new Uint8Array(total).fill(1);
    const fails = new Uint8Array(total);
    const only = new Uint8Array(total);
    selects.forEach((select, at) => {
      if (select.value === '') return;
      const has = new Uint8Array(total);
      for (const place of index[select.dataset.key][Number(select.value)]) has[place] = 1;
      for (let place = 0; place < total; place += 1) {
        if (!has[place]) { fails[place] += 1; only[place] = at + 1; }
        fitting[place] &= has[place];
      }
    });
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    if (words.length) {
      records.forEach(readTexts);
      for (let place = 0; place < total; place += 1) {
        if (!words.every((word) => texts[place].includes(word))) { fitting[place] = 0; fails[place] += 2; }
      }
    }
    selects.forEach((select, at) => {
      const counts = index[select.dataset.key].map((places) => places.reduce((sum, place) => (
        sum + (fails[place] === 0 || (fails[place] === 1 && only[place] === at + 1) ? 1 : 0)), 0));
      for (const option of select.options) {
        if (option.value !== '') option.textContent = `${option.dataset.label} (${counts[Number(option.value)]})`;
      }
    });
    return fitting;
  };

  // What is filtered away goes, is no longer counted, and its passages lose their colour.
  const fit = (record) => {
    record.stale = false;
    record.cards.forEach((card, place) => { card.hidden = !fits[record.from + place]; });
    for (const group of record.section.querySelectorAll('section.group')) {
      const left = group.querySelectorAll('article.entry:not([hidden])').length;
      group.hidden = !left;
      group.querySelector('.count').textContent = left;
    }
    for (const mark of record.section.querySelectorAll('.text mark')) {
      mark.classList.toggle('off', !mark.dataset.e.split(' ').some((place) => fits[place]));
    }
  };

  const filter = () => {
    fits = chosen();
    number = fits.reduce((sum, each) => sum + each, 0);
    const all = number === total;
    for (const record of records) {
      const none = !all && !fits.subarray(record.from, record.to).includes(1);
      if (record.section.hidden !== none) record.section.hidden = none;
      if (!record.cards) continue;
      if (!many || (near.has(record) && !none)) fit(record);
      else record.stale = true;
    }
    if (many) workOn();
    found.textContent = all ? found.dataset.all
      : number ? found.dataset.some.replace('%d', number.toLocaleString(document.documentElement.lang))
        : found.dataset.none;
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
      fit(recordOf(target));
      target.scrollIntoView();
    }
    const record = recordOf(target);
    const card = target.closest('article.entry');
    if (card) {
      light(card);
      const quoted = marksOf(record.from + show(record).cards.indexOf(card), record.section);
      quoted.forEach(light);
      if (quoted.length) showInPane(quoted[0]);
    } else if (target.matches('.text mark')) {
      for (const place of target.dataset.e.split(' ')) {
        light(cardAt(place));
        marksOf(place, record.section).forEach(light);
      }
    }
  };

  // What an address names, made first where its record is not there yet.
  const there = (id) => {
    const record = records.find((each) => each.held && id.startsWith(`${each.section.id}/`));
    if (record && record.held.textContent.includes(`id="${id}"`)) {
      record.section.hidden = false;
      show(record);
      byId(id).scrollIntoView();
    }
    return byId(id);
  };

  const written = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };

  // A short id or a full one, as other reports have it, leads to the entry too.
  const aimed = () => {
    const wanted = written();
    const found = wanted && there(wanted);
    if (!wanted || found) return found || null;
    const parts = wanted.split('#');
    const ids = parts.length === 2 ? [parts.join('/')]
      : records.map((record) => `${record.section.id}/${wanted}`);
    const id = ids.find(there);
    if (id) location.replace(`#${id}`);
    return null;
  };

  const go = (id) => {
    if (written() === id) follow();
    else location.hash = id;
  };

  document.addEventListener('click', (event) => {
    const dot = event.target.closest('[data-to]');
    if (dot) { go(dot.dataset.to); return; }
    const mark = event.target.closest('.text mark');
    if (!mark || !getSelection().isCollapsed) return;
    const entries = mark.dataset.e.split(' ').map((place) => cardAt(place).id);
    // A passage of several entries leads to each of them in turn.
    go(entries[(entries.indexOf(written()) + 1) % entries.length]);
  });
  addEventListener('hashchange', follow);

  // -- on paper --------------------------------------------------------------------------------

  const printed = () => { document.documentElement.dataset.print = paper.value; };
  paper.addEventListener('change', printed);
  form.addEventListener('reset', () => setTimeout(printed));

  addEventListener('beforeprint', () => {
    for (const record of records) {
      show(record);
      if (record.stale) fit(record);
    }
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

  // A browser may bring back what was typed when one returns to the page.
  form.hidden = false;
  if (many) for (const record of records) watch.observe(record.section);
  else records.forEach(show);
  if (field.value || selects.some((select) => select.value)) filter();
  printed();
  follow();
  workOn();
  document.documentElement.dataset.ready = '';
})();
