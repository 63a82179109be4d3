// Learner pages work without this file. It adds: a faster way out, saving while you choose, an outbox, the card's code
// from the QR. Written for browsers of 2018; nothing is kept on the phone but answers that could not be sent yet.
(function () {
  'use strict';
  var exit = document.getElementById('exit');
  var db = null;

  // ---- The outbox: answers that wait for the network ----
  function open(then) {
    if (db || !window.indexedDB) { then(db); return; }
    var r;
    try { r = indexedDB.open('o', 1); } catch (e) { then(null); return; }
    r.onupgradeneeded = function () { r.result.createObjectStore('a', {keyPath: 'id'}); };
    r.onsuccess = function () { db = r.result; then(db); };
    r.onerror = function () { then(null); };
  }
  function store(mode) { return db.transaction('a', mode).objectStore('a'); }
  function put(a, then) { open(function (d) { if (!d) { then(false); return; } var r = store('readwrite').put(a); r.onsuccess = function () { then(true); }; r.onerror = function () { then(false); }; }); }
  function drop(id) { open(function (d) { if (d) { store('readwrite').delete(id); } }); }
  function all(then) { open(function (d) { if (!d) { then([]); return; } var r = store('readonly').getAll(); r.onsuccess = function () { then(r.result); }; r.onerror = function () { then([]); }; }); }

  // ---- The way out: cover, forget, leave. In the same tab, and this page is not left behind in the history ----
  function cover() {
    var c = document.createElement('div');
    c.id = 'cover';
    document.body.appendChild(c);
  }
  function forget() {
    try { sessionStorage.clear(); localStorage.clear(); } catch (e) { /* none to clear */ }
    try { if (db) { db.close(); } if (window.indexedDB) { indexedDB.deleteDatabase('o'); } } catch (e) { /* none to clear */ }
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

  // ---- The card's code comes in the part of the address that is never sent; it is posted and taken out of the history ----
  var code = document.getElementById('code');
  if (code && location.hash.length > 6) {
    code.value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    code.form.submit();
  }

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
  function say(kind, text) {
    if (!state) { return; }
    state.className = 'st ' + kind;
    state.textContent = text;
    state.hidden = false;
  }
  function body(f) { var b = new URLSearchParams(new FormData(f)); b.set('auto', '1'); return b.toString(); }
  function send(a, then) {
    var x = new XMLHttpRequest();
    x.open('POST', a.url);
    x.timeout = 20000;
    x.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    x.setRequestHeader('Accept', 'application/json');
    x.onload = function () {
      var answer = null;
      try { answer = JSON.parse(x.responseText); } catch (e) { /* an error page */ }
      then(x.status === 200 && answer ? answer : null, x.status);
    };
    x.onerror = x.ontimeout = function () { then(null, 0); };
    x.send(a.body);
  }
  function save() {
    timer = null;
    var a = {id: form.elements.submission.value, url: form.getAttribute('action') || location.pathname, body: body(form)};
    send(a, function (answer, status) {
      if (answer) { drop(a.id); wait = 5; say('ok', answer.saved); return; }
      // Refused for good (closed, ended): waiting would not help, and the page says why when it is sent.
      if (status >= 400 && status < 500) { say('er', form.getAttribute('data-not')); return; }
      put(a, function (kept) { say(kept ? 'off' : 'er', document.body.getAttribute(kept ? 'data-kept' : 'data-unsent')); later(); });
    });
  }
  function later() { setTimeout(flush, wait * 1000); wait = Math.min(wait * 2, 600); }
  function flush() {
    all(function (waiting) {
      if (!waiting.length) { return; }
      var a = waiting[0];
      send(a, function (answer, status) {
        if (answer || (status >= 400 && status < 500)) { drop(a.id); wait = 5; if (answer) { say('ok', answer.saved); } flush(); } else { later(); }
      });
    });
  }
  if (form) {
    form.addEventListener('change', function () { clearTimeout(timer); timer = setTimeout(save, 400); });
    form.addEventListener('submit', function (e) {
      clearTimeout(timer);
      // Without a network the browser's own error page would take the place of the answer that waits.
      if (navigator.onLine === false && (timer || state && state.className === 'st off')) { e.preventDefault(); if (timer) { save(); } return; }
      drop(form.elements.submission.value);
    });
    window.addEventListener('online', function () { wait = 5; flush(); });
  }
  all(function (waiting) { if (waiting.length) { flush(); } });

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

  // ---- In a room: the trainer opens and closes parts. Asked now and then, and only where a page of the room has been ----
  var room = document.querySelector('[data-room]');
  var part = /\/(before|after)\/[0-9]+$/.exec(location.pathname);
  function ask() {
    var x = new XMLHttpRequest();
    x.open('GET', '/status/room?l=' + document.documentElement.lang);
    x.timeout = 10000;
    x.onload = function () {
      if (x.status === 204) { sessionStorage.removeItem('r'); return; }
      var now = null;
      try { now = JSON.parse(x.responseText); } catch (e) { /* not now */ }
      if (x.status === 200 && now) { heed(now); }
      setTimeout(ask, 10000);
    };
    x.onerror = x.ontimeout = function () { setTimeout(ask, 20000); };
    x.send();
  }
  function heed(now) {
    var open = ',' + now.open + ',';
    // A test that was closed: the page says where it goes on. A course page that waits: something has opened.
    if (part && form && open.indexOf(part[1] === 'before' ? ',PRE,' : ',POST,') < 0) { if (!timer) { location.replace(location.pathname); } return; }
    if (room && room.className.indexOf('wait') > 0 && room.getAttribute('data-room') !== '~' + now.open) { location.reload(); return; }
    note('elsewhere', now.elsewhere);
    note('pause', now.pause);
  }
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
    if (room) { sessionStorage.setItem('r', '1'); }
    if (sessionStorage.getItem('r')) { setTimeout(ask, room && !part ? 4000 : 8000); }
  } catch (e) { /* no storage: the page asks when it is sent */ }

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
      if (bye.hasAttribute('data-sure')) { forget(); return; }
      e.preventDefault();
      all(function (waiting) {
        if (!waiting.length || window.confirm(bye.getAttribute('data-leave'))) { bye.setAttribute('data-sure', ''); forget(); bye.submit(); } else { wait = 1; flush(); }
      });
    });
  }
})();
