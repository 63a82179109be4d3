// Checks a certificate against the keys in this file. Says the same as the site does, except that it knows revocations only
// up to the day the file was made. The rules are those of Claim, NameDigest and CredentialReader.
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const CLOCKS = 300;

  function base32(text) {
    const bytes = [];
    let held = 0;
    let bits = 0;
    for (const c of text) {
      held = held << 5 | BASE32.indexOf(c);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.push(held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bits < 5 && held === 0 ? Uint8Array.from(bytes) : null;
  }

  function base64(text) {
    try {
      return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
    } catch (e) {
      return null;
    }
  }

  const hex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

  function claim(content) {
    let at = 0;
    const take = n => {
      if (at + n > content.length) throw new RangeError();
      at += n;
      return content.subarray(at - n, at);
    };
    const number = n => take(n).reduce((value, byte) => value * 256 + byte, 0);
    try {
      if (number(1) !== 1) return null;
      const read = { key: hex(take(8)), code: hex(take(16)), number: number(4), issued: number(4), expires: number(4) };
      read.track = String.fromCharCode(...take(number(1) & 63));
      read.salt = hex(take(8));
      read.digests = [];
      for (let i = number(1) & 7; i > 0; i--) read.digests.push(hex(take(8)));
      return at === content.length ? read : null;
    } catch (e) {
      return null;
    }
  }

  async function signed(key, content, signature) {
    const raw = base64(key.x);
    try {
      const imported = await crypto.subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
      return await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, content);
    } catch (e) {
      // A browser without Ed25519 of its own.
      try {
        return await ed25519.verifyAsync(signature, content, raw, { zip215: false });
      } catch (noSignature) {
        return false;
      }
    }
  }

  async function read(text) {
    const square = /DL1:[A-Z2-7]{100,396}/.exec(text);
    if (square) {
      const all = base32(square[0].slice(4));
      const content = all && all.length > 64 ? all.subarray(0, all.length - 64) : null;
      const said = content && claim(content);
      if (!said) return { outcome: 'UNREADABLE' };
      const key = data.keys.find(k => hex(base64(k.kid).subarray(0, 8)) === said.key);
      if (!key) return { outcome: 'WRONG_KEY' };
      return await signed(key, content, all.subarray(content.length)) ? { said } : { outcome: 'ALTERED' };
    }
    const token = text.length < 16000 && /^([\w-]{10,2000})\.([\w-]{10,12000})\.([\w-]{0,1000})$/.exec(text.trim());
    if (!token) return { outcome: 'UNREADABLE' };
    try {
      const utf8 = part => new TextDecoder().decode(base64(part));
      const header = JSON.parse(utf8(token[1]));
      if (header.alg !== 'EdDSA' || !token[3]) return { outcome: 'FORGED' };
      // An address of the key, or its bare thumbprint as in credentials of before.
      const kid = String(header.kid).split('/').pop();
      const key = data.keys.find(k => k.kid === kid);
      if (!key) return { outcome: 'WRONG_KEY' };
      const content = new TextEncoder().encode(token[1] + '.' + token[2]);
      // The last character has bits that no byte takes: as it was written, or not at all.
      const signature = base64(token[3]);
      const asWritten = signature && btoa(String.fromCharCode(...signature)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') === token[3];
      if (!asWritten || !await signed(key, content, signature)) return { outcome: 'ALTERED' };
      const said = claim(base64(JSON.parse(utf8(token[2])).dalil || '') || new Uint8Array());
      return said ? { said } : { outcome: 'UNREADABLE' };
    } catch (e) {
      return { outcome: 'UNREADABLE' };
    }
  }

  function fold(name) {
    return name.normalize('NFKD').toLowerCase().replace(/[\p{Mn}\u0640\u200B-\u200F\u2066-\u2069]/gu, '')
      .replace(/ك/g, 'ک').replace(/[يى]/g, 'ی').replace(/ı/g, 'i').replace(/[\s.'\u2019\u02BC-]+/g, ' ').trim();
  }

  async function bears(said, name) {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(fold(name) + said.salt));
    return said.digests.includes(hex(new Uint8Array(digest)).slice(0, 16));
  }

  async function check(text, name) {
    const found = await read(text);
    if (!found.said) return found;
    const said = found.said;
    const now = Date.now() / 1000;
    const outcome = now + CLOCKS < said.issued ? 'FUTURE' : data.revoked.includes(said.number) ? 'REVOKED'
      : now > said.expires ? 'EXPIRED' : 'VALID';
    return { outcome, said, name: name.trim() ? await bears(said, name) : null };
  }

  const day = seconds => new Date((seconds + data.offset) * 1000).toISOString().slice(0, 10);

  function show(found) {
    const result = document.getElementById('result');
    result.textContent = '';
    const add = (parent, tag, text) => {
      const element = parent.appendChild(document.createElement(tag));
      element.textContent = text;
      return element;
    };
    result.className = found.outcome === 'VALID' ? 'ok' : found.said ? 'off' : '';
    result.dataset.outcome = found.outcome;
    add(result, 'h2', data.words[found.outcome + '.title']);
    add(result, 'p', data.words[found.outcome + '.text']);
    // Beside the answer too, for whoever shows or prints only that.
    if (found.outcome === 'VALID') add(add(result, 'p', ''), 'b', data.words.asOf).id = 'known';
    if (found.said) {
      const list = result.appendChild(document.createElement('dl'));
      const row = (label, value) => {
        add(list, 'dt', label);
        add(add(list, 'dd', ''), 'bdi', value);
      };
      row(data.words.number, String(found.said.number));
      row(data.words.track, data.words['track.' + found.said.track] || found.said.track);
      row(data.words.issued, day(found.said.issued));
      row(data.words.until, day(found.said.expires));
    }
    if (found.name !== null && found.name !== undefined) add(result, 'p', data.words[found.name ? 'nameYes' : 'nameNo']).id = 'named';
    result.hidden = false;
  }

  // The first signature takes a browser much longer than the next: let it be one that nobody waits for.
  if (data.keys.length) {
    const raw = base64(data.keys[0].x);
    const nothing = new Uint8Array(64);
    nothing.set(raw);
    nothing[32] = 1;
    setTimeout(() => signed(data.keys[0], raw, nothing), 0);
  }

  document.getElementById('form').addEventListener('submit', async event => {
    event.preventDefault();
    const file = document.getElementById('file').files[0];
    let text = document.getElementById('text').value;
    if (file) {
      const bytes = new Uint8Array(await file.slice(0, 2097152).arrayBuffer());
      text = '';
      for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    }
    const begun = performance.now();
    const found = await check(text, document.getElementById('name').value);
    document.getElementById('result').dataset.ms = String(performance.now() - begun);
    show(found);
  });
})();
