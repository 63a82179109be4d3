// Staff pages work without this file, apart from PrimeFaces' own parts. It adds: the focus on what went wrong, a look at the
// password being typed, printing, keying in, a faster way out.
(function () {
  'use strict';
  var first = document.getElementById('errors') || document.querySelector('[data-focus]');
  if (first) { first.focus(); }
  document.querySelectorAll('#errors a').forEach(function (a) {
    a.addEventListener('click', function (e) {
      var field = document.getElementById(a.hash.slice(1));
      if (field) { e.preventDefault(); field.focus(); field.scrollIntoView({block: 'center'}); }
    });
  });
  document.querySelectorAll('input[data-show]').forEach(function (input) {
    var b = document.createElement('button');
    b.type = 'button';
    b.className = 'ui-button ui-button-outlined peek';
    b.setAttribute('aria-controls', input.id);
    function label() { b.textContent = input.type === 'password' ? input.dataset.show : input.dataset.hide; }
    b.addEventListener('click', function () { input.type = input.type === 'password' ? 'text' : 'password'; label(); input.focus(); });
    input.form.addEventListener('submit', function () { input.type = 'password'; });
    label();
    var row = document.createElement('div');
    row.className = 'peekrow';
    input.before(row);
    row.append(input, b);
  });
  document.querySelectorAll('[data-print]').forEach(function (b) {
    b.hidden = false;
    b.addEventListener('click', function () { window.print(); });
  });
  // Keying in: Enter and the arrows lead from field to field, Enter at the last one goes on. Without this, Tab does.
  document.querySelectorAll('[data-keys]').forEach(function (box) {
    var fields = Array.prototype.slice.call(box.querySelectorAll('input:not([type=hidden]), select'));
    if (!first && fields.length) { fields[0].focus(); }
    fields.forEach(function (field, i) {
      field.addEventListener('keydown', function (e) {
        var list = field.tagName === 'SELECT';
        var step = e.key === 'Enter' || e.key === 'ArrowDown' && !list ? 1 : e.key === 'ArrowUp' && !list ? -1 : 0;
        var other = fields[i + step];
        if (step && other) { e.preventDefault(); other.focus(); if (other.select) { other.select(); } }
      });
    });
  });
  // Files that the server would refuse for their size are refused before they travel.
  document.addEventListener('change', function (e) {
    var input = e.target;
    if (!input.dataset.most) { return; }
    var total = Array.prototype.reduce.call(input.files, function (sum, file) { return sum + file.size; }, 0);
    input.setCustomValidity(total > Number(input.dataset.most) ? input.dataset.too : '');
    input.reportValidity();
  });
  // The way out: cover, forget, leave, in the same tab. Shift three times does the same.
  var exit = document.getElementById('exit');
  var presses = 0;
  var last = 0;
  function cover() {
    var c = document.createElement('div');
    c.id = 'cover';
    document.body.appendChild(c);
  }
  function leave() {
    cover();
    try { sessionStorage.clear(); localStorage.clear(); } catch (e) { /* none to clear */ }
    location.replace(exit.href);
  }
  if (exit) {
    exit.addEventListener('click', function (e) { e.preventDefault(); leave(); });
    document.addEventListener('keyup', function (e) {
      if (e.key !== 'Shift') { presses = 0; return; }
      presses = Date.now() - last < 5000 ? presses + 1 : 1;
      last = Date.now();
      if (presses >= 3) { leave(); }
    });
  }
  // A page that looks by itself waits while its reader is being asked: it would take away the button that is being confirmed.
  window.nothingAsked = function () {
    return Array.prototype.every.call(document.querySelectorAll('.ui-confirm-dialog'), function (d) {
      var style = window.getComputedStyle(d);
      return style.display === 'none' || style.visibility === 'hidden';
    });
  };
  // Where it began to look before the question came up, the question goes on with the button that is there now, or ends with it.
  window.looked = function () {
    ask();
    var asked = window.PrimeFaces.confirmSource;
    if (!asked || !asked.length || asked[0].isConnected) { return; }
    var now = document.getElementById(asked[0].id);
    window.PrimeFaces.confirmSource = now ? window.jQuery(now) : null;
    if (!now) { window.PrimeFaces.confirmDialog.hide(); }
  };
  // While the server does not answer, the page says so, and nothing is sent: a browser's own error page would take its place.
  var away = document.querySelector('#away > p');
  function unanswered(is) { if (away) { away.hidden = !is; } }
  document.addEventListener('click', function (e) {
    if (away && !away.hidden && e.target.closest('#form button, .ui-confirmdialog-yes')) {
      e.preventDefault();
      e.stopImmediatePropagation();
      away.parentNode.focus();
    }
  }, true);
  // A room's page asks every two seconds, the wall every four, whether it still shows how the room is. It is told what to say of the people in it, and looks
  // again when there is more to change. The wall has nothing to press: it takes its part of the page as it is now.
  var asking = false;
  function look() {
    if (window.lookAgain) { return window.nothingAsked() && window.lookAgain(); }
    return fetch(location.href, {cache: 'no-store', signal: AbortSignal.timeout(10000)}).then(function (page) { return page.ok ? page.text() : ''; })
      .then(function (text) {
        var wall = new DOMParser().parseFromString(text, 'text/html').getElementById('wall');
        if (wall) { document.getElementById('wall').replaceWith(wall); }
      });
  }
  function write(element, text) { if (element.textContent !== text) { element.textContent = text; } }
  function tell(told) {
    var there = document.querySelector('[data-seats=there]');
    // A number that nobody has come with yet has a button, which is the server's to make.
    if (there && told.seats.some(function (seat, i) { return !seat[4] && !there.children[i]; })) { return look(); }
    document.querySelectorAll('[data-live]').forEach(function (element) {
      var name = element.dataset.live;
      if (told.texts[name] !== undefined) { write(element, told.texts[name]); }
      if (element.localName === 'progress') { element.value = told.percent[name]; }
    });
    document.querySelectorAll('[data-seats]').forEach(function (list) {
      told.seats.forEach(function (seat, i) { sit(list, list.children[i], list.dataset.seats === 'where', seat); });
    });
    document.getElementById('now').dataset.now = told.now;
  }
  // A tile of a number: its text, the word under it, its style; whether it is there with nothing to press (a tick can be taken back).
  function sit(list, tile, where, seat) {
    if (!where && !seat[3]) { return; }
    if (!tile) { tile = list.appendChild(document.createElement('li')); }
    if (tile.querySelector('button') ? !where : !tile.firstElementChild) {
      tile.textContent = '';
      tile.appendChild(document.createElement('span'));
      if (where) { tile.appendChild(document.createElement('small')); }
    }
    tile.className = where ? seat[2] : 'd1';
    write(tile.firstElementChild, where ? seat[0] : seat[0] + ' ✓');
    if (where) { write(tile.lastElementChild, seat[1]); }
  }
  function ask() {
    var now = document.getElementById('now');
    if (!now || !now.dataset.now || asking || document.hidden) { return Promise.resolve(); }
    asking = true;
    var slow = setTimeout(function () { unanswered(true); }, 4000);
    return fetch(now.dataset.now, {redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(10000)}).then(function (answer) {
      unanswered(answer.status >= 500);
      // Signed out, or no longer a trainer of this room: the page says so when it is opened anew.
      if (answer.type === 'opaqueredirect' || answer.status === 403 || answer.status === 410) { location.replace(now.dataset.page); }
      if (answer.status === 200) { return answer.json().then(tell); }
      if (answer.status === 205) { return look(); }
    }).catch(function () { unanswered(true); }).then(function () { clearTimeout(slow); asking = false; });
  }
  if (document.getElementById('now')) {
    // From one question to the next, not from an answer: a server that is slow makes the page no later than it has to.
    var pace = document.getElementById('wall') ? 4000 : 2000;
    (function again(wait) {
      setTimeout(function () {
        var from = Date.now();
        ask().then(function () { again(Math.max(1000, pace - (Date.now() - from))); });
      }, wait);
    })(pace);
    document.addEventListener('visibilitychange', ask);
  }
  // A page that Back brings up from memory may belong to a session that has ended.
  window.addEventListener('pageshow', function (e) { if (e.persisted) { cover(); location.reload(); } });
})();
