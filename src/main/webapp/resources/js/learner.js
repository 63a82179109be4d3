// Learner pages work without this file. It adds: a faster way out, saving while you choose, an outbox, the card's code
// from the QR. Written for browsers of 2018; nothing is kept on the phone but answers that could not be sent yet.
(function () {
  'use strict';
  var exit = document.getElementById('exit');
  var db = null, left = false;

  // ---- The outbox: answers that wait for the network ----
  function open(then) {
    if (db || left || !window.indexedDB) { then(db); return; }
    var r;
    try { r = indexedDB.open('o', 1); } catch (e) { then(null); return; }
    r.onupgradeneeded = function () { r.result.createObjectStore('a', {keyPath: 'id'}); };
    r.onsuccess = function () {
      if (left || db) { r.result.close(); then(left ? null : db); return; }
      db = r.result;
      // Another tab takes the way out: it must not wait for this one.
      db.onversionchange = function () { if (db) { db.close(); db = null; } };
      then(db);
    };
    r.onerror = function () { then(null); };
  }
  function store(mode) { return db.transaction('a', mode).objectStore('a'); }
  function put(a, then) { open(function (d) { if (!d) { then(false); return; } var r = store('readwrite').put(a); r.onsuccess = function () { then(true); }; r.onerror = function () { then(false); }; }); }
  function drop(id, then) { open(function (d) { if (d) { var s = store('readwrite'); s.delete(id); s.transaction.oncomplete = s.transaction.onabort = then || null; } else if (then) { then(); } }); }
  function every(then) { open(function (d) { if (!d) { then([]); return; } var r = store('readonly').getAll(); r.onsuccess = function () { then(r.result); }; r.onerror = function () { then([]); }; }); }
  function all(then) { every(function (a) { then(a.filter(function (x) { return !x.lost; })); }); }
  // Answers that were refused for good while another page than theirs was open: told there, for as long as it takes to read it.
  function tell() {
    every(function (a) {
      var gone = a.filter(function (x) { return x.lost; }), text = (word('lost') || '').split('%');
      if (!gone.length || text.length < 2) { return; }
      note('lost', text[0]);
      var p = document.getElementById('lost'), said = document.createElement('span'), where = document.createElement('bdi');
      if (!p) { return; }
      where.textContent = gone.map(function (x) { return x.lost; }).join('; ');
      said.appendChild(document.createTextNode(text[0]));
      said.appendChild(where);
      said.appendChild(document.createTextNode(text[1]));
      p.textContent = '';
      p.appendChild(said);
      setTimeout(function () { gone.forEach(function (x) { drop(x.id); }); }, 6000);
    });
  }

  // ---- The way out: cover, forget, leave. In the same tab, and this page is not left behind in the history ----
  function cover() {
    var c = document.createElement('div');
    c.id = 'cover';
    document.body.appendChild(c);
  }
  function forget() {
    try { sessionStorage.clear(); localStorage.clear(); } catch (e) { /* none to clear */ }
    left = true;
    try { if (db) { db.close(); db = null; } if (window.indexedDB) { indexedDB.deleteDatabase('o'); } } catch (e) { /* none to clear */ }
  }
  function leave() { cover(); forget(); location.replace(exit.href); }
  var presses = 0, last = 0;
  if (exit) {
    exit.addEventListener('click', function (e) { e.preventDefault(); leave(); });
    document.addEventListener('keyup', function (e) {
      if (e.key !== 'Shift' || e.ctrlKey || e.altKey || e.metaKey) { if (e.key !== 'Shift') { presses = 0; } return; }
      presses = Date.now() - last < 5000 ? presses + 1 : 1;
      last = Date.now();
      if (presses >= 3) { leave(); }
    });
  }
  // A page that Back brings up from memory may belong to a visit that has ended.
  window.addEventListener('pageshow', function (e) { if (e.persisted) { cover(); location.reload(); } });

  // ---- What is wrong is read out first ----
  var error = document.getElementById('error');
  if (error) { error.focus(); }

  // ---- A sheet is printed from the browser's menu; this is a shorter way ----
  var print = document.getElementById('print');
  if (print && window.print) {
    print.hidden = false;
    print.addEventListener('click', function () { window.print(); });
  }

  // ---- Saving while you choose ----
  var form = document.querySelector('form[data-save]');
  var state = document.getElementById('state');
  var timer = null, wait = 5;
  function word(name) { return document.body.getAttribute('data-' + name); }
  function say(kind, text) {
    if (!state) { return; }
    state.className = 'st ' + kind;
    state.textContent = text;
    state.hidden = false;
  }
  function fields(f) { return new URLSearchParams(new FormData(f)).toString(); }
  // The answer, if it is one for a script; else what the server says of it, 0 for no server.
  function send(url, body, then) {
    var x = new XMLHttpRequest();
    x.open('POST', url);
    x.timeout = 20000;
    x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    x.setRequestHeader('Accept', 'application/json');
    x.onload = function () {
      var answer = null;
      try { answer = JSON.parse(x.responseText); } catch (e) { /* a page */ }
      then(x.status === 200 && answer ? answer : null, x.status);
    };
    x.onerror = x.ontimeout = function () { then(null, 0); };
    x.send(body);
  }
  // One after the other: of two answers on their way at once the older one could arrive last, and would stand.
  var busy = '', again = false, unsent = false, going = false, pressed = '', retry = null;
  // What the server confirmed last, where that leads, and when: whoever goes on at once needs no second confirmation.
  var confirmed = null;
  function entry() {
    return {id: form.elements.submission.value, url: form.getAttribute('action') || location.pathname,
      where: form.getAttribute('data-where'), body: fields(form) + (pressed ? '&' + pressed + '=1' : '') + '&auto=1'};
  }
  function isAnswer(a) { return /&(a|p-[^=&]*|m-[^=&]*|skip)=[^&]/.test(a.body); }
  function save() {
    clearTimeout(timer);
    timer = null;
    if (busy) { again = true; return; }
    var a = entry(), on = going;
    busy = a.body;
    // Kept before it is on its way: this page may be left before the server has answered.
    if (on && isAnswer(a)) { put(a, function () { }); }
    send(a.url, on ? a.body.replace(/&auto=1$/, '') : a.body, function (answer, status) {
      busy = '';
      // Chosen anew meanwhile: that is what counts, and what was chosen before is neither kept nor sent again.
      if (again) { again = false; save(); return; }
      unsent = !answer && (status < 400 && !(on && status) || status >= 500);
      if (unsent) { waits(a); return; }
      wait = 5;
      if (on) { drop(a.id, function () { follow(form, pressed, answer); }); return; }
      drop(a.id);
      confirmed = answer && answer.to ? {body: a.body, to: answer.to, at: Date.now()} : null;
      // Refused for good (closed, ended): waiting would not help, and the page says why when it is sent.
      if (answer) { told(answer); } else { say('er', form.getAttribute('data-not')); }
    });
  }
  function waits(a) {
    busyLook(form, false);
    held(false);
    var then = going ? ' ' + word('then') : '';
    if (!isAnswer(a)) {
      unsent = false;
      say(going ? 'off' : 'er', going ? word('away') + then : word('unsent'));
      if (going) { later(); }
      return;
    }
    put(a, function (kept) { say(kept ? 'off' : 'er', word(kept ? 'kept' : 'unsent') + then); later(); });
  }
  // What is refused on its own page is said there; on another one it is kept, without the answer, until it was told.
  function lose(a) {
    if (form && form.elements.submission.value === a.id) { drop(a.id); say('er', form.getAttribute('data-not')); return; }
    put({id: a.id, lost: a.where || a.url}, tell);
  }
  // When it was saved; or what is still to be done before this is an answer.
  function told(answer) {
    if (answer.saved) { say('ok', answer.saved); } else if (answer.hint) { say('off', answer.hint); } else if (state) { state.hidden = true; }
  }
  function later() { clearTimeout(retry); retry = setTimeout(flush, wait * 1000); wait = Math.min(wait * 2, going ? 20 : 600); }
  // Sends what waits; then, or when that fails, calls this.
  function flush(then) {
    var done = typeof then === 'function' ? then : function () { };
    if (busy || unsent || going) { if (!busy) { save(); } done(); return; }
    busy = 'waiting';
    all(function (waiting) {
      if (!waiting.length) { busy = ''; if (again) { again = false; save(); } done(); return; }
      var a = waiting[0];
      send(a.url, a.body, function (answer, status) {
        var over = answer || (status >= 400 && status < 500);
        // This question was shown as it stood before, and nothing was chosen since.
        var stale = answer && answer.saved && form && !timer && !again && form.elements.submission.value === a.id;
        busy = '';
        if (!over) { later(); } else { wait = 5; }
        if (answer) { drop(a.id, stale ? function () { location.reload(); } : null); } else if (over) { lose(a); }
        if (again) { again = false; save(); done(); return; }
        if (over) { flush(done); } else { done(); }
      });
    });
  }
  if (form) {
    form.addEventListener('change', function () { pressed = ''; going = false; busyLook(form, false); held(false); clearTimeout(timer); timer = setTimeout(save, 400); });
    form.addEventListener('click', function (e) { var button = e.target.closest('button'); if (button) { pressed = button.name; } });
    form.addEventListener('submit', function (e) {
      e.preventDefault();
      if (going && busy && !again) { return; }
      // Longer ago, the way there may be gone, and a link would lead to a page of the browser's own, which has no way out.
      if (confirmed && confirmed.body === entry().body && !busy && !timer && Date.now() - confirmed.at < 10000 && navigator.onLine !== false) {
        busyLook(form, true);
        location.assign(confirmed.to);
        return;
      }
      going = true;
      wait = 5;
      slowly(form, function () { return going; });
      save();
    });
  }
  window.addEventListener('online', function () { wait = 5; flush(); });
  function begin(then) { all(function (waiting) { if (waiting.length) { flush(then); } else { then(); } }); }

  // ---- Going on. A form that the browser sends takes its page away whether it arrives or not, and a server that is away leaves a page
  // of the browser's own, which has no way out: the form is sent from here, and the page stays until the server says where it goes on ----
  function follow(f, button, answer) {
    if (answer && answer.to) { location.assign(answer.to); return; }
    // A page is the answer: something is missing, or is over.
    if (button) {
      var input = document.createElement('input');
      input.type = 'hidden'; input.name = button; input.value = '1';
      f.appendChild(input);
    }
    f.submit();
  }
  // The browser shows no sign of what is sent from here.
  function busyLook(f, is) {
    f.setAttribute('aria-busy', String(is));
    f.style.opacity = is ? '.6' : '';
  }
  function slowly(f, still) {
    busyLook(f, true);
    setTimeout(function () { if (still() && f.getAttribute('aria-busy') === 'true') { busyLook(f, false); held(true); } }, 4000);
  }
  function held(is) {
    note('held', is ? word('away') + ' ' + word('then') : '');
    var p = document.getElementById('held');
    if (p) { p.style.position = 'sticky'; p.style.top = '0'; }
  }
  document.querySelectorAll('form[data-way]').forEach(function (f) {
    var on = false;
    function go() {
      send(f.getAttribute('action') || location.pathname, fields(f), function (answer, status) {
        if (answer || status > 0 && status < 500) { follow(f, '', answer); return; }
        busyLook(f, false);
        held(true);
        setTimeout(go, 5000);
      });
    }
    f.addEventListener('submit', function (e) {
      e.preventDefault();
      if (on) { return; }
      on = true;
      slowly(f, function () { return on; });
      go();
    });
  });
  // In a room it is known soon that the server is away. Then nothing that leads to another page is followed before it is back.
  var away = false, next = null;
  function hold(e, on) {
    if (!away) { return; }
    e.preventDefault();
    next = on;
    held(true);
  }
  function isAway(is) {
    if (away && !is) {
      held(false);
      if (unsent || going) { wait = 5; flush(); }
      if (next) { next(); next = null; }
    }
    away = is;
  }
  document.addEventListener('click', function (e) {
    var a = e.target.closest('a[href^="/"]');
    if (a && a !== exit && a.pathname.indexOf('/exit/') !== 0 && !a.target) { hold(e, function () { location.assign(a.href); }); }
  });
  document.addEventListener('submit', function (e) {
    var f = e.target, button = e.submitter;
    if (!e.defaultPrevented) { hold(e, function () { if (button && f.requestSubmit) { f.requestSubmit(button); } else { f.submit(); } }); }
  });

  // ---- The card's code comes in the part of the address that is never sent; it is posted and taken out of the history. First goes
  // what waits here: a card that is entered ends the visit that may still save it ----
  var code = document.getElementById('code');
  if (code && location.hash.length > 6) {
    code.value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    // Another site's link may bring a code of that site's choice: whoever is here presses the button, or doesn't.
    var enter = code.form.getAttribute('data-wait') === 'true' ? function () { } : function () { var f = code.form; enter = function () { }; f.submit(); };
    begin(function () { enter(); });
    setTimeout(function () { enter(); }, 8000);
  } else {
    begin(function () { });
  }
  tell();

  // ---- An exam's time: the server keeps it; this shows it, and asks the server when it is over ----
  var clock = document.querySelector('[data-left]');
  if (clock && clock.getAttribute('data-left')) {
    var until = Date.now() + clock.getAttribute('data-left') * 1000, digits = clock.getAttribute('data-digits');
    var face = document.createElement('b');
    face.className = 'ltr';
    clock.insertBefore(document.createTextNode(' '), clock.firstChild);
    clock.insertBefore(face, clock.firstChild);
    var tick = function () {
      var s = Math.max(0, Math.round((until - Date.now()) / 1000));
      face.textContent = (Math.floor(s / 60) + ':' + ('0' + s % 60).slice(-2)).replace(/[0-9]/g, function (d) { return digits.charAt(d); });
      if (s === 0) { setTimeout(function () { location.reload(); }, 1500); } else { setTimeout(tick, 1000); }
    };
    tick();
  }

  // ---- In a room: the trainer opens and closes parts. Asked now and then where a page of the room has been; where a card is in use
  // elsewhere, too, as long as it is; else once ----
  var room = document.querySelector('[data-room]');
  var part = /\/(before|after)\/[0-9]+$/.exec(location.pathname);
  function ask() {
    var x = new XMLHttpRequest();
    x.open('GET', '/status/room?l=' + document.documentElement.lang);
    x.timeout = 10000;
    x.onload = function () {
      isAway(x.status >= 500);
      if (x.status === 204) { note('elsewhere', ''); note('pause', ''); try { sessionStorage.removeItem('r'); } catch (e) { /* none */ } return; }
      var now = null;
      try { now = JSON.parse(x.responseText); } catch (e) { /* not now */ }
      if (x.status === 200 && now) { heed(now); }
      setTimeout(ask, away ? 5000 : pace() * 1000);
    };
    x.onerror = x.ontimeout = function () { isAway(true); setTimeout(ask, 5000); };
    x.send();
  }
  function heed(now) {
    if (now.open === undefined) { note('elsewhere', now.elsewhere); return; }
    var open = ',' + now.open + ',';
    // A test that was closed: the page says where it goes on. A course page that waits: something has opened.
    if (part && form && open.indexOf(part[1] === 'before' ? ',PRE,' : ',POST,') < 0) { if (!timer) { location.replace(location.pathname); } return; }
    if (room && room.className.indexOf('wait') > 0 && room.getAttribute('data-room') !== '~' + now.open) { location.reload(); return; }
    note('elsewhere', now.elsewhere);
    note('pause', now.pause);
    if (now.again) { try { sessionStorage.setItem('r', now.again); } catch (e) { /* none */ } }
  }
  // Seconds; the server says more when very many ask.
  function pace() { try { return Number(sessionStorage.getItem('r')) || 10; } catch (e) { return 10; } }
  // Above everything, as long as it is so.
  function note(id, text) {
    var p = document.getElementById(id), main = document.getElementById('m');
    if (text && !p) {
      p = document.createElement('p');
      p.id = id; p.className = 'st off'; p.setAttribute('role', 'status');
      p.textContent = text;
      main.insertBefore(p, main.firstChild);
    } else if (!text && p) { p.parentNode.removeChild(p); }
  }
  try {
    if (room && !sessionStorage.getItem('r')) { sessionStorage.setItem('r', 10); }
    var inRoom = sessionStorage.getItem('r');
    if (inRoom) { setTimeout(ask, room && !part ? 4000 : pace() * 800); }
  } catch (e) { /* no storage: the page asks when it is sent */ }
  if (!inRoom && document.querySelector('form[data-save] [name=right], form[data-way], [data-card]')) { setTimeout(ask, 3000); }

  // ---- Leaving the phone to someone else: not while answers wait, unless they may be dropped ----
  var bye = document.querySelector('form[data-leave]');
  if (bye) {
    // Sent by script, a form forgets which of its buttons was pressed.
    bye.addEventListener('click', function (e) {
      if (e.target.name !== 'next') { return; }
      var next = document.createElement('input');
      next.type = 'hidden'; next.name = 'next'; next.value = '1';
      bye.appendChild(next);
    });
    bye.addEventListener('submit', function (e) {
      if (away) { hold(e, function () { if (bye.requestSubmit) { bye.requestSubmit(); } }); return; }
      if (bye.hasAttribute('data-sure')) { forget(); return; }
      e.preventDefault();
      all(function (waiting) {
        if (!waiting.length || window.confirm(bye.getAttribute('data-leave'))) { bye.setAttribute('data-sure', ''); forget(); bye.submit(); } else { wait = 1; flush(); }
      });
    });
  }
})();
