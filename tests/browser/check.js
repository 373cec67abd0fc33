// SPDX-License-Identifier: GPL-3.0-or-later
// check.js CHROMIUM FOLDER: plain.html and linked.html are report.json as a page,
// the second with links to the helpdesk; TAP on standard output, pictures in FOLDER.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { done, launch } = require('./tap.js');
const { structure } = require('./structure.js');
const { keys, widths } = require('./keys.js');
const { access } = require('./access.js');
const { paper, prints, shots } = require('./paper.js');

async function main(program, folder) {
	const model = JSON.parse(fs.readFileSync(path.join(folder, 'report.json')));
	const page = (name) => pathToFileURL(path.join(folder, name)).href;
	const browser = await launch(program);

	try {
		await structure(browser, page('plain.html'), model, null);
		await structure(browser, page('linked.html'), model, 'https://desk.example/');
		await widths(browser, page('linked.html'));
		await keys(browser, page('plain.html'));
		await access(browser, page('linked.html'));
		await shots(browser, page('plain.html'), folder);
		await prints(browser, page('plain.html'), folder);
		await paper(browser, page('plain.html'), folder);
	} finally {
		await browser.close();
	}
	return done();
}

main(process.argv[2], path.resolve(process.argv[3])).then((code) => {
	process.exitCode = code;
}, (e) => {
	console.log(`Bail out! ${e.message.split('\n')[0]}`);
	console.error(e.stack);
	process.exitCode = 2;
});
