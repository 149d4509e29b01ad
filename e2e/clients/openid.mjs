// An unmodified OpenID Connect client (npm `openid-client`, default settings) against a running platform: discovery, code
// and PKCE with a person at the sign-in page, ID token and userinfo, refresh, sign-out.
//
//   usage: node openid.mjs          (after ./netra up, from the root: npm --prefix e2e/clients ci, then this)
//
// Prints one line a step and ends with 0, or names the first thing that was not as it must be and ends with 1.
import { randomUUID } from 'node:crypto';
import * as client from 'openid-client';

const AUTH = process.env.NETRA_AUTH ?? 'http://localhost:8081';
const BACKEND = process.env.NETRA_BACKEND ?? 'http://localhost:8000';
const REDIRECT = `${BACKEND}/callback`;

function must(condition, what) {
  if (!condition) {
    console.error(`FAILED: ${what}`);
    process.exit(1);
  }
  console.log(`ok: ${what}`);
}

async function register() {
  const person = { email: `oidc-${randomUUID()}@example.com`, password: `correct horse ${randomUUID()}` };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${AUTH}/auth/register`, { method: 'POST', headers, body: JSON.stringify(person) });
  must(answer.status === 201, 'a person has an account');
  return person;
}

/** What a browser does: keeps cookies, follows redirects within the service, and stops at the client's address. */
class Browser {
  cookies = new Map();

  async go(url, init = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      this.cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) return { url, answer };
    const next = new URL(location, url);
    return next.origin === new URL(AUTH).origin ? this.go(next.href) : { url: next.href, answer };
  }

  /** Fills the form on a page, with its hidden fields as they are, and sends it. */
  async fill(page, typed) {
    const html = await page.answer.text();
    const form = new URLSearchParams();
    for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) {
      form.set(name, value.replaceAll('&amp;', '&'));
    }
    Object.entries(typed).forEach(([name, value]) => form.set(name, value));
    const action = /<form method="post" action="([^"]+)">/.exec(html)[1];
    return this.go(new URL(action, page.url).href, { method: 'POST', body: form });
  }
}

const person = await register();
const config = await client.discovery(new URL(AUTH), 'netra-web', undefined, client.None(),
  { execute: AUTH.startsWith('http:') ? [client.allowInsecureRequests] : [] });
must(config.serverMetadata().issuer === AUTH, 'the client discovers the issuer');

const verifier = client.randomPKCECodeVerifier();
const state = client.randomState();
const nonce = client.randomNonce();
const authorize = client.buildAuthorizationUrl(config, {
  redirect_uri: REDIRECT,
  scope: 'openid profile email netra',
  code_challenge: await client.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
  state,
  nonce,
});
const browser = new Browser();
const page = await browser.go(authorize.href);
must(new URL(page.url).pathname === '/login', 'the person is shown the sign-in page');
const back = await browser.fill(page, person);
must(back.url.startsWith(REDIRECT), 'the browser comes back to the client');

const tokens = await client.authorizationCodeGrant(config, new URL(back.url), {
  pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
must(tokens.claims().email === person.email, 'the ID token names the person');
const info = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
must(info.email === person.email, 'userinfo names the person');

const renewed = await client.refreshTokenGrant(config, tokens.refresh_token);
must(renewed.access_token !== tokens.access_token, 'a refresh gives another access token');
const threads = await fetch(`${BACKEND}/api/threads`, { headers: { authorization: `Bearer ${renewed.access_token}` } });
must(threads.status === 200, 'which opens the backend');

const leave = client.buildEndSessionUrl(config,
  { post_logout_redirect_uri: `${BACKEND}/`, id_token_hint: renewed.id_token, state: 'bye' });
const left = await browser.go(leave.href);
must(left.url === `${BACKEND}/?state=bye`, 'signing out comes back to the client');
const refused = await client.refreshTokenGrant(config, renewed.refresh_token).then(() => null, (error) => error);
must(refused?.error === 'invalid_grant', 'and nothing can be refreshed any more');
const silent = client.buildAuthorizationUrl(config, { ...Object.fromEntries(authorize.searchParams), prompt: 'none' });
const asked = await browser.go(silent.href);
must(new URL(asked.url).searchParams.get('error') === 'login_required', 'and the browser is signed out');
console.log('openid-client completed code and PKCE, userinfo, refresh and sign-out');
