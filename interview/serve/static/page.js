// What the page adds to the terminal: which tab it is, up to when answers are safe, and a card where the terminal cannot be shown.
// It keeps two things in the tab and nothing else: a random mark, and a time of day.
"use strict";
(() => {
  const MARK = "tab", SAFE = "safe";
  const nonce = document.currentScript.dataset.nonce;
  const kept = window.sessionStorage;
  const isBack = kept.getItem(SAFE) !== null;
  let tab = kept.getItem(MARK);
  if (tab === null) {
    tab = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    kept.setItem(MARK, tab);
  }

  // The terminal makes style elements; only those that are made here are let in.
  const make = document.createElement.bind(document);
  document.createElement = (name, options) => {
    const made = make(name, options);
    if (String(name).toLowerCase() === "style") made.setAttribute("nonce", nonce);
    return made;
  };

  const part = (id) => document.getElementById(id);
  const words = (when) => document.body.getAttribute(`data-words-${when}`) || document.body.getAttribute("data-words-lost");

  function safeUpTo() {
    const time = kept.getItem(SAFE);
    part("safe").textContent = time === null ? "" : words("safe").replace("{time}", time);
  }

  function show(when, act) {
    document.body.classList.remove("is-shown");
    document.body.dataset.when = when;
    part("words").textContent = words(when);
    safeUpTo();
    const button = part("continue");
    button.textContent = words("continue");
    button.hidden = act === undefined;
    button.onclick = act;
    if (act !== undefined) button.focus();
  }

  function showTerminal() {
    document.body.classList.add("is-shown");
    delete document.body.dataset.when;
    const line = document.querySelector(".xterm-helper-textarea");
    if (line !== null) line.focus();
  }

  // Whether anybody still answers at this address.
  async function answers() {
    try {
      return (await fetch(window.location.pathname, { cache: "no-store" })).ok;
    } catch {
      return false;
    }
  }

  async function again() {
    if (await answers()) window.location.reload();
    else show("gone");
  }

  async function ended(code) {
    part("terminal").remove();
    const when = String(code);
    show(document.body.hasAttribute(`data-words-${when}`) ? when : "lost", again);
    if (!(await answers())) show("gone");
  }

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(address) {
      super(`${address}&tab=${tab}`);
      let hasBegun = false;
      this.addEventListener("message", (event) => {
        if (typeof event.data === "string") {
          const [what, time] = JSON.parse(event.data);
          if (what === "saved") {
            kept.setItem(SAFE, time);
            safeUpTo();
          }
        } else if (!hasBegun) {
          hasBegun = true;
          if (isBack) show("back", showTerminal);
          else showTerminal();
        }
      });
      this.addEventListener("close", (event) => ended(event.code));
    }
  };
  window.open = () => null;
  document.addEventListener("DOMContentLoaded", () => show("opening"));
})();
