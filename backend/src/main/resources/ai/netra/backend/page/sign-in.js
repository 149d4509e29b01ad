// Authorization code with PKCE. Tokens stay in memory: after a reload the flow runs again, and the browser's session at the
// sign-in service answers it without a question.
const PENDING = 'netra-sign-in';
const KNOWN = 'netra-was-signed-in';
const SCOPE = 'openid profile email netra';
const EARLY_MILLIS = 30_000;

const encoded = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const random = () => encoded(crypto.getRandomValues(new Uint8Array(32)));

async function challengeOf(verifier) {
  if (!crypto.subtle) throw new Error('Signing in needs https, or an address of this machine.');
  return encoded(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function claimsOf(token) {
  const bytes = atob(token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0))));
}

export class SignIn {
  #server;
  #clientId;
  #redirect = `${location.origin}/callback`;
  #tokens = null;
  #renewal = null;

  static async at(issuer, clientId) {
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => null);
    if (!answer?.ok) throw new Error('the sign-in service does not answer. Try again in a moment.');
    const signIn = new SignIn();
    signIn.#server = await answer.json();
    signIn.#clientId = clientId;
    return signIn;
  }

  /** What a load of the page comes to: 'signed-in', 'leaving' for the sign-in service, or 'signed-out'. */
  async resume() {
    if (location.pathname === '/callback') return this.#takeAnswer(new URLSearchParams(location.search));
    if (!sessionStorage.getItem(KNOWN)) return 'signed-out';
    await this.begin('none');
    return 'leaving';
  }

  /** Leaves for the sign-in service; with 'none' it must not ask anything. */
  async begin(prompt) {
    const pending = { verifier: random(), state: random(), nonce: random() };
    const url = new URL(this.#server.authorization_endpoint);
    url.search = new URLSearchParams({ response_type: 'code', client_id: this.#clientId, redirect_uri: this.#redirect,
      scope: SCOPE, state: pending.state, nonce: pending.nonce, code_challenge: await challengeOf(pending.verifier),
      code_challenge_method: 'S256', ...(prompt ? { prompt } : {}) });
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
    location.assign(url);
  }

  async #takeAnswer(answer) {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}');
    sessionStorage.removeItem(PENDING);
    sessionStorage.removeItem(KNOWN);
    history.replaceState(null, '', '/');
    if (answer.get('error') === 'login_required') return 'signed-out';
    if (answer.get('error')) throw new Error(`signing in was refused: ${answer.get('error_description')}`);
    if (!pending.state) return 'signed-out';
    if (answer.get('state') !== pending.state || answer.get('iss') !== this.#server.issuer) {
      throw new Error('the answer to signing in is not one to a question of this page. Sign in again.');
    }
    await this.#exchange({ grant_type: 'authorization_code', code: answer.get('code'), redirect_uri: this.#redirect,
      code_verifier: pending.verifier });
    if (claimsOf(this.#tokens.id_token).nonce !== pending.nonce) {
      throw new Error('the answer to signing in was made for another page. Sign in again.');
    }
    sessionStorage.setItem(KNOWN, 'yes');
    return 'signed-in';
  }

  async #exchange(parameters) {
    const body = new URLSearchParams({ client_id: this.#clientId, ...parameters });
    const answer = await fetch(this.#server.token_endpoint, { method: 'POST', body });
    const tokens = await answer.json();
    if (!answer.ok) throw new Error(`your session is over (${tokens.error_description}). Sign in again.`);
    this.#tokens = { id_token: this.#tokens?.id_token, ...tokens, until: Date.now() + tokens.expires_in * 1000 };
  }

  /** A token that is good for a while; renewed when it is not, once for all who ask. */
  async accessToken() {
    if (Date.now() > this.#tokens.until - EARLY_MILLIS) {
      this.#renewal ??= this.#exchange({ grant_type: 'refresh_token', refresh_token: this.#tokens.refresh_token })
        .finally(() => { this.#renewal = null; });
      await this.#renewal;
    }
    return this.#tokens.access_token;
  }

  email() {
    return claimsOf(this.#tokens.id_token).email;
  }

  /** Ends the session, here and at the sign-in service. */
  leave() {
    sessionStorage.removeItem(KNOWN);
    const url = new URL(this.#server.end_session_endpoint);
    url.search = new URLSearchParams({ id_token_hint: this.#tokens.id_token,
      post_logout_redirect_uri: `${location.origin}/` });
    location.assign(url);
  }
}
