// SPDX-License-Identifier: GPL-3.0-or-later
// Screenshots, and the page on A4 and Letter: nothing is cut by the end of a page.
'use strict';
const { execFileSync } = require('child_process');
const path = require('path');
const { ok, open } = require('./tap.js');

const WHOLE = 'tr, .tile, .notice, .quote';

// A mark in the first and the last line of all that is to stay whole.
const mark = (page) => page.$$eval(WHOLE, (list) => {
	const put = (e, edge, text) => {
		const s = document.createElement('span');
		s.textContent = text;
		s.style.cssText = `position:absolute;left:0;${edge}:0;` +
			'font:2px/1 monospace;white-space:nowrap;color:#777;margin:0;padding:0';
		e.append(s);
	};
	let n = 0;
	for (const e of list.filter((i) => i.checkVisibility())) {
		const at = e.localName === 'tr' ? e.cells[0] : e;
		at.style.position = 'relative';
		put(at, 'top', `qa${n}z`);
		put(at, 'bottom', `qb${n}z`);
		n++;
	}
	return n;
});

// Which of them begin and end on different pages, and on how many pages all is.
function cut(pdf, n) {
	const pages = execFileSync('pdftotext', ['-raw', pdf, '-'],
		{ encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f').slice(0, -1);
	const at = { a: new Map(), b: new Map() };
	const wrong = [];

	pages.forEach((text, i) => {
		for (const [, edge, k] of text.matchAll(/q([ab])(\d+)z/g))
			at[edge].set(Number(k), i + 1);
	});
	for (let k = 0; k < n; k++)
		if (at.a.get(k) !== at.b.get(k) || at.a.get(k) === undefined)
			wrong.push(`${k}: pages ${at.a.get(k)} and ${at.b.get(k)}`);
	return { wrong, pages: pages.length };
}

async function paper(browser, url, folder) {
	const { page, close } = await open(browser, url,
		{ javaScriptEnabled: true, bypassCSP: true });
	const pdf = path.join(folder, 'marked.pdf');

	await page.emulateMedia({ media: 'print' });
	const n = await mark(page);
	for (const format of ['A4', 'Letter']) {
		await page.pdf({ path: pdf, format });
		const r = cut(pdf, n);
		ok(`${format}: ${n} rows, tiles and notices on ${r.pages} pages, none is cut`,
			r.wrong);
	}
	await page.addStyleTag({ content: `${WHOLE} { break-inside: auto !important }` +
		' table { break-inside: auto !important }' });
	await page.pdf({ path: pdf, format: 'A4' });
	ok('without the rules of the page some would be',
		cut(pdf, n).wrong.length > 0 ? [] : ['none is']);
	await close();
}

async function prints(browser, url, folder) {
	const { page, close } = await open(browser, url, {});

	for (const format of ['A4', 'Letter']) {
		const name = path.join(folder, `print-${format.toLowerCase()}`);
		await page.pdf({ path: `${name}.pdf`, format });
		execFileSync('pdftoppm',
			['-png', '-r', '80', '-singlefile', `${name}.pdf`, name]);
	}
	await close();
}

// Up to the appendix: what somebody reads.
async function shots(browser, url, folder) {
	for (const [name, colorScheme, width] of [['light', 'light', 1280],
		['dark', 'dark', 1280], ['phone', 'light', 390]]) {
		const { page, close } = await open(browser, url,
			{ colorScheme, viewport: { width, height: 900 } });
		const end = await page.locator('#s-figures').boundingBox();
		await page.screenshot({ path: path.join(folder, `${name}.png`),
			fullPage: true, clip: { x: 0, y: 0, width, height: Math.floor(end.y) } });
		await close();
	}
	ok('screenshots in light, dark, at 390 px and on paper');
}

module.exports = { paper, prints, shots };
