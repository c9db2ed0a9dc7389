// Calculates the proof of work that a form asks for (altcha, version 2, PBKDF2), while its reader
// types. The browser's own cryptography does it beside the page; without it, as without scripts, the
// form is sent as it is.

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const hex = (buffer) =>
  Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The key of one try, in hexadecimal figures. */
async function derive({ nonce, salt, cost, keyLength, algorithm }, counter) {
  const start = bytes(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  new DataView(password.buffer).setUint32(start.length, counter);
  const key = await crypto.subtle.importKey("raw", password, "PBKDF2", false, ["deriveBits"]);
  const hash = algorithm.split("/")[1];
  const how = { name: "PBKDF2", hash, salt: bytes(salt), iterations: cost };
  return hex(await crypto.subtle.deriveBits(how, key, keyLength * 8));
}

/** What the server reads: base64 of the challenge with its solution. */
async function solve(challenge) {
  const { parameters } = challenge;
  for (let counter = 0; ; counter += 1) {
    const derivedKey = await derive(parameters, counter);
    if (derivedKey.startsWith(parameters.keyPrefix)) {
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }));
    }
  }
}

function prepare(field) {
  const { form } = field;
  let solving = null;
  let isReady = false;

  function begin() {
    solving ??= solve(JSON.parse(field.dataset.challenge))
      .then((solved) => {
        field.value = solved;
      })
      .catch(() => {}) // the form goes without
      .then(() => {
        isReady = true;
      });
    return solving;
  }

  let isSent = false;
  form.addEventListener("focusin", begin, { once: true });
  form.addEventListener("submit", async (event) => {
    if (isSent) event.preventDefault(); // a second click sends nothing
    isSent = true;
    if (isReady || event.defaultPrevented) return;
    event.preventDefault();
    form.querySelector(".proof").textContent = field.dataset.wait;
    await begin();
    isSent = false;
    form.requestSubmit(event.submitter);
  });
  window.addEventListener("pageshow", () => {
    isSent = false;
  });
}

for (const field of document.querySelectorAll("input[data-challenge]")) prepare(field);
