// SPDX-License-Identifier: GPL-3.0-or-later
// The page by keyboard, and at the width of a phone; no scripts.
'use strict';
const { ok, open } = require('./tap.js');

const STEPS = 120;

// Everything that Tab should reach, in document order, as [words, kind].
const reachable = (page) => page.evaluate(() => {
	const list = [...document.querySelectorAll('a[href],summary,[tabindex="0"]')];
	window.order = list.filter((e) => e.checkVisibility() &&
		!e.parentElement.closest('details:not([open]) > :not(summary)'));
	return window.order.map((e) => [e.className || e.localName,
		e.closest('nav') ? 'nav' : e.closest('main') ? 'main' : 'page']);
});

const focused = (page) => page.evaluate(() => {
	const e = document.activeElement;
	const style = getComputedStyle(e);
	const box = e.getBoundingClientRect();
	return { at: window.order.indexOf(e), what: e.outerHTML.slice(0, 80),
		ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
		seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight &&
			box.right > 0 && box.left < innerWidth };
});

async function walk(page) {
	const order = await reachable(page);
	const steps = Math.min(STEPS, order.length);
	const wrong = [];
	const dim = [];

	for (let i = 0; i < steps; i++) {
		await page.keyboard.press('Tab');
		const at = await focused(page);
		if (at.at !== i)
			wrong.push(`step ${i} is ${at.at}: ${at.what}`);
		if (!at.ring || !at.seen)
			dim.push(`step ${i}${at.ring ? '' : ', no ring'}` +
				`${at.seen ? '' : ', out of sight'}: ${at.what}`);
	}
	ok(`Tab goes through ${steps} of ${order.length} in document order`, wrong);
	ok('the focus is seen at each step', dim);

	const parts = order.map(([, part]) => part);
	ok('the skip link, then the sections, then the report',
		order[0][0] === 'skip' && parts.join(' ').match(/^page (nav )+(main ?)+$/) ? [] :
			[parts.slice(0, 30).join(' ')]);
}

async function skip(page) {
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	ok('the skip link skips', await page.evaluate(() =>
		location.hash === '#main' && document.activeElement.closest('main') ? [] :
			[location.hash, document.activeElement.outerHTML.slice(0, 80)]));
}

// Where something scrolls, it can be reached, has a name, and arrows move it.
async function scrolling(page) {
	const list = await page.$$eval('body *', (l) => l.filter((e) => {
		const flow = getComputedStyle(e).overflowX;
		return (flow === 'auto' || flow === 'scroll') && e.checkVisibility() &&
			e.scrollWidth > e.clientWidth + 1 && !e.closest('details:not([open]) > *');
	}).map((e) => ({ what: e.outerHTML.slice(0, 80), focus: e.tabIndex === 0 ||
		e.querySelector('a[href]') !== null,
		name: e.getAttribute('aria-label') ??
			document.getElementById(e.getAttribute('aria-labelledby'))?.textContent })));
	ok(`${list.length} parts that scroll sideways can be reached and have names`,
		list.filter((e) => !e.focus || !e.name).map((e) => e.what)
			.concat(list.length > 0 ? [] : ['none scrolls']));

	const region = await page.$('.region:has(table.figures)');
	await region.focus();
	await page.keyboard.press('ArrowRight');
	await page.waitForTimeout(400);
	ok('arrow keys scroll a table', await region.evaluate((e) =>
		e.scrollLeft > 0 ? [] : [`scrollLeft ${e.scrollLeft}`]));
}

async function keys(browser, url) {
	let at = await open(browser, url, {});
	await walk(at.page);
	await at.close();
	at = await open(browser, url, {});
	await skip(at.page);
	await at.close();
	at = await open(browser, url, { viewport: { width: 390, height: 844 } });
	await scrolling(at.page);
	await at.close();
}

// No page scrolls sideways, whatever is unfolded.
async function widths(browser, url) {
	for (const width of [320, 390, 768, 1280]) {
		const { page, close } = await open(browser, url,
			{ viewport: { width, height: 844 } });
		await page.$$eval('details', (l) => l.forEach((d) => { d.open = true; }));
		ok(`nothing scrolls the page sideways at ${width} px`,
			await page.evaluate(() => {
				const e = document.documentElement;
				return e.scrollWidth <= e.clientWidth ? [] :
					[`${e.scrollWidth} px in ${e.clientWidth}`];
			}));
		await close();
	}
}

module.exports = { keys, widths };
