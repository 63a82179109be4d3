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
      if (left) { r.result.close(); then(null); return; }
      db = r.result;
      // Another tab takes the way out: it must not wait for this one.
      db.onversionchange = function () { if (db) { db.close(); db = null; } };
      then(db);
    };
    r.onerror = function () { then(null); };
  }
  function store(mode) { return db.transaction('a', mode).objectStore('a'); }
  function put(a, then) { open(function (d) { if (!d) { then(false); return; } var r = store('readwrite').put(a); r.onsuccess = function () { then(true); }; r.onerror = function () { then(false); }; }); }
  function drop(id, then) { open(function (d) { if (d) { store('readwrite').delete(id).onsuccess = then || null; } }); }
  function all(then) { open(function (d) { if (!d) { then([]); return; } var r = store('readonly').getAll(); r.onsuccess = function () { then(r.result); }; r.onerror = function () { then([]); }; }); }

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
  // One after the other: of two answers on their way at once the older one could arrive last, and would stand.
  var busy = '', again = false, unsent = false, pressed = '', go = null, retry = null;
  function entry() {
    return {id: form.elements.submission.value, url: form.getAttribute('action') || location.pathname,
      body: body(form) + (pressed ? '&' + pressed + '=1' : '')};
  }
  function isAnswer(a) { return /&(a|p-[^=&]*|m-[^=&]*|skip)=[^&]/.test(a.body); }
  function save() {
    clearTimeout(timer);
    timer = null;
    if (busy) { again = true; return; }
    var a = entry();
    busy = a.body;
    send(a, function (answer, status) {
      busy = '';
      // Chosen anew meanwhile: that is what counts, and what was chosen before is neither kept nor sent again.
      if (again) { again = false; if (answer && go) { go(); } else { save(); } return; }
      // Refused for good (closed, ended): waiting would not help, and the page says why when it is sent.
      unsent = !answer && (status < 400 || status >= 500);
      if (unsent) {
        go = null;
        if (!isAnswer(a)) { unsent = false; say('er', document.body.getAttribute('data-unsent')); return; }
        put(a, function (kept) { say(kept ? 'off' : 'er', document.body.getAttribute(kept ? 'data-kept' : 'data-unsent')); later(); });
        return;
      }
      drop(a.id);
      wait = 5;
      if (answer) { told(answer); } else { say('er', form.getAttribute('data-not')); }
      if (go) { go(); }
    });
  }
  // When it was saved; or what is still to be done before this is an answer.
  function told(answer) {
    if (answer.saved) { say('ok', answer.saved); } else if (answer.hint) { say('off', answer.hint); } else if (state) { state.hidden = true; }
  }
  function later() { clearTimeout(retry); retry = setTimeout(flush, wait * 1000); wait = Math.min(wait * 2, 600); }
  // Sends what waits; then, or when that fails, calls this.
  function flush(then) {
    var done = typeof then === 'function' ? then : function () { };
    if (busy || unsent) { if (!busy) { save(); } done(); return; }
    busy = 'waiting';
    all(function (waiting) {
      if (!waiting.length) { busy = ''; if (again) { again = false; save(); } done(); return; }
      var a = waiting[0];
      send(a, function (answer, status) {
        var over = answer || (status >= 400 && status < 500);
        // This question was shown as it stood before, and nothing was chosen since.
        var stale = answer && answer.saved && form && !timer && !again && form.elements.submission.value === a.id;
        busy = '';
        if (!over) { later(); } else { wait = 5; drop(a.id, stale ? function () { location.reload(); } : null); }
        if (again) { again = false; save(); done(); return; }
        if (over) { flush(done); } else { done(); }
      });
    });
  }
  // A form that the browser sends takes its page away whether it arrives or not: until it has, its answer waits, too.
  function onSubmit(e) {
    clearTimeout(timer);
    timer = null;
    var a = entry();
    if (unsent || navigator.onLine === false || busy && busy !== a.body) {
      // There is no signal, or was none a moment ago, or an older choice is on its way. Without signal the browser would show a
      // page of its own, which has no way out.
      e.preventDefault();
      go = function () {
        if (pressed) {
          var button = document.createElement('input');
          button.type = 'hidden'; button.name = pressed; button.value = '1';
          form.appendChild(button);
        }
        form.submit();
      };
      save();
      return;
    }
    if (isAnswer(a)) { a.posted = location.pathname; put(a, function () { }); }
  }
  // The server leads to the page after an answer when it has saved that.
  function arrived(a) {
    var way = window.performance && performance.getEntriesByType && performance.getEntriesByType('navigation')[0];
    return !!(way && way.redirectCount && a.posted && location.pathname !== a.posted
      && location.pathname.indexOf(a.posted.replace(/[^/]*$/, '')) === 0);
  }
  if (form) {
    form.addEventListener('change', function () { pressed = ''; clearTimeout(timer); timer = setTimeout(save, 400); });
    form.addEventListener('click', function (e) { var button = e.target.closest('button'); if (button) { pressed = button.name; } });
    form.addEventListener('submit', onSubmit);
  }
  window.addEventListener('online', function () { wait = 5; flush(); });
  function begin(then) {
    all(function (waiting) {
      waiting.filter(arrived).forEach(function (a) { drop(a.id); });
      if (waiting.length) { flush(then); } else { then(); }
    });
  }

  // ---- The card's code comes in the part of the address that is never sent; it is posted and taken out of the history. First goes
  // what waits here: a card that is entered ends the visit that may still save it ----
  var code = document.getElementById('code');
  if (code && location.hash.length > 6) {
    code.value = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
    var enter = function () { var f = code.form; enter = function () { }; f.submit(); };
    begin(function () { enter(); });
    setTimeout(function () { enter(); }, 8000);
  } else {
    begin(function () { });
  }

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
