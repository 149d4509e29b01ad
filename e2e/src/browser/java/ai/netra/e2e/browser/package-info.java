/** What only a real browser can show; built where Chromium is installed. */
@org.jspecify.annotations.NullMarked
package ai.netra.e2e.browser;
