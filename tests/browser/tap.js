// SPDX-License-Identifier: GPL-3.0-or-later
// TAP, and the browser that the tests share.
'use strict';
const { chromium } = require('playwright-core');

let count = 0;
let failed = 0;

// One line of TAP; what is wrong, a line each, when `wrong` has any.
function ok(what, wrong = []) {
	count++;
	if (wrong.length > 0)
		failed++;
	console.log(`${wrong.length > 0 ? 'not ok' : 'ok'} ${count} - ${what}`);
	for (const line of wrong.slice(0, 12))
		console.log(`#   ${String(line).replace(/\n/g, ' ')}`);
	if (wrong.length > 12)
		console.log(`#   and ${wrong.length - 12} more`);
}

function done() {
	console.log(`1..${count}`);
	return failed === 0 ? 0 : 1;
}

// Nothing of its own on the network; no sandbox where root runs it, as in CI.
function launch(program) {
	return chromium.launch({
		executablePath: program,
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
			'--no-first-run', '--disable-background-networking',
			'--disable-component-update', '--disable-sync'],
	});
}

// A page of a new context, with what it asked for and what it complained of.
async function open(browser, url, options) {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 1280, height: 900 },
		...options,
	});
	const page = await context.newPage();
	const asked = [];
	const said = [];

	await context.route('**/*', (route) =>
		route.request().url() === url ? route.continue() : route.abort());
	page.on('request', (r) => {
		if (!r.url().startsWith('data:'))
			asked.push(r.url());
	});
	page.on('console', (m) => said.push(m.text()));
	page.on('pageerror', (e) => said.push(e.message));
	await page.goto(url);
	return { page, asked, said, close: () => context.close() };
}

module.exports = { ok, done, launch, open };
