" Vim syntax file
" Language:	rule files of hs, hs-rules(5)
" SPDX-License-Identifier: GPL-3.0-or-later
if exists('b:current_syntax')
  finish
endif
let s:cpo_save = &cpo
set cpo&vim

syn case match
setlocal iskeyword+=-,.
setlocal comments=:# commentstring=#\ %s

syn match hsrulesComment "^\s*#.*$" contains=hsrulesTodo,@Spell
syn keyword hsrulesTodo contained NOTE

" Openers: column 1.
syn match hsrulesOpener "^\%(rules\|language\|use\|drop\|owner\|review\|now\|field\|dimension\|default\)\>" nextgroup=hsrulesRest skipwhite
syn match hsrulesBlock "^\%(tag\|route\|policy\|case\|table\|journey\)\>" nextgroup=hsrulesId skipwhite
syn match hsrulesRest ".*$" contained contains=hsrulesType,hsrulesDate,hsrulesOrder
syn match hsrulesId ".*$" contained
syn keyword hsrulesType contained text string list number duration bool enum one many when readable
syn match hsrulesOrder "<" contained

" Statements: indented.
syn match hsrulesCond "^\s\+\%(when\|or\|and\|for\|unless\)\>" nextgroup=hsrulesField skipwhite
syn match hsrulesField "[[:alnum:]_.-]\+\%((\%(\"[^\"]*\"\|[^)]*\))\)\=" contained nextgroup=hsrulesMatch,hsrulesOp,hsrulesWordOp skipwhite
syn match hsrulesOp "[!<>]\==\|[<>]" contained nextgroup=hsrulesValue skipwhite
syn match hsrulesWordOp "\<\%(in\|is\)\>" contained nextgroup=hsrulesValue skipwhite
syn match hsrulesValue ".*$" contained contains=hsrulesNumber,hsrulesBool,hsrulesComma
syn match hsrulesComma "," contained
syn match hsrulesNumber "\<\d\+\%(\.\d\+\)\=\%([dhmsw]\|\d\)*\>" contained
syn keyword hsrulesBool contained true false set unset

" A pattern is the rest of the line, blanks and # included.
syn match hsrulesMatch "!\=\~" contained nextgroup=hsrulesPattern skipwhite
syn region hsrulesPattern start="\S" end="$" contained oneline contains=hsrulesClass,hsrulesEscape,hsrulesGroup,hsrulesRepeat,hsrulesAlt
syn match hsrulesEscape "\\." contained
syn region hsrulesClass start="\[\^\=\]\=" skip="\\." end="\]" contained oneline contains=hsrulesEscape
syn match hsrulesGroup "(?\%([:=!|>]\|<[=!]\|[imsx-]\+[:)]\|<\w\+>\)\=\|)" contained
syn match hsrulesRepeat "[*+?][+?]\=\|{\d\+\%(,\d*\)\=}[+?]\=" contained
syn match hsrulesAlt "|" contained

syn match hsrulesStatement "^\s\+set\>" nextgroup=hsrulesSet skipwhite
syn match hsrulesSet "[^=]\+\ze=" contained nextgroup=hsrulesAssign
syn match hsrulesAssign "=" contained nextgroup=hsrulesValue skipwhite
syn match hsrulesStatement "^\s\+\%(then\|must\|on\|queue\)\>" nextgroup=hsrulesAction skipwhite
syn match hsrulesAction ".*$" contained contains=hsrulesActionName,hsrulesStage,hsrulesComma
syn keyword hsrulesActionName contained ai-first stay human-first escalate
syn keyword hsrulesStage contained open reply
syn match hsrulesMeta "^\s\+\%(why\|owner\|review\|hit\|miss\|todo\|like\)\>" nextgroup=hsrulesText skipwhite
syn match hsrulesText ".*$" contained contains=hsrulesDate,@Spell
syn match hsrulesAllow "^\s\+allow\>" nextgroup=hsrulesAllowed skipwhite
syn match hsrulesAllowed ".*$" contained contains=hsrulesUntil,hsrulesCheck,hsrulesDate
syn keyword hsrulesUntil contained until because
syn match hsrulesCheck "\<R\d\d\d\>\|\<R\d\d[A-Z]\>" contained
syn match hsrulesDate "\<\d\{4}-\d\d-\d\d\%(T[0-9:.]\+Z\=\)\=\>" contained

" Tests.
syn match hsrulesStatement "^\s\+\%(expect\|columns\|row\)\>" nextgroup=hsrulesExpect skipwhite
syn match hsrulesExpect ".*$" contained contains=hsrulesExpectWord,hsrulesActionName,hsrulesBar,hsrulesNumber,hsrulesBool
syn keyword hsrulesExpectWord contained route tag no queue by default
syn match hsrulesBar "|\|=>" contained
syn match hsrulesGiven "^\s\+[[:alnum:]_.-]\+\%((\"[^\"]*\")\)\=\ze\s*\%(=\|$\)" nextgroup=hsrulesAssign skipwhite
syn match hsrulesGiven "^\s\+[[:alnum:]_.-]\+\ze\s\+is\s\+unset\s*$" nextgroup=hsrulesWordOp skipwhite
syn match hsrulesTextLine "^\s\+|.*$" contains=@Spell

hi def link hsrulesComment	Comment
hi def link hsrulesTodo		Todo
hi def link hsrulesOpener	PreProc
hi def link hsrulesBlock	Keyword
hi def link hsrulesId		Identifier
hi def link hsrulesType		Type
hi def link hsrulesOrder	Operator
hi def link hsrulesCond		Conditional
hi def link hsrulesField	Identifier
hi def link hsrulesGiven	Identifier
hi def link hsrulesOp		Operator
hi def link hsrulesWordOp	Operator
hi def link hsrulesMatch	Operator
hi def link hsrulesAssign	Operator
hi def link hsrulesComma	Delimiter
hi def link hsrulesBar		Delimiter
hi def link hsrulesValue	Constant
hi def link hsrulesNumber	Number
hi def link hsrulesBool		Boolean
hi def link hsrulesPattern	String
hi def link hsrulesEscape	SpecialChar
hi def link hsrulesClass	Character
hi def link hsrulesGroup	Special
hi def link hsrulesRepeat	Special
hi def link hsrulesAlt		Special
hi def link hsrulesStatement	Statement
hi def link hsrulesSet		Identifier
hi def link hsrulesActionName	Constant
hi def link hsrulesStage	Constant
hi def link hsrulesMeta		Comment
hi def link hsrulesText		String
hi def link hsrulesTextLine	String
hi def link hsrulesAllow	Statement
hi def link hsrulesUntil	Statement
hi def link hsrulesCheck	Constant
hi def link hsrulesDate		Number
hi def link hsrulesExpectWord	Statement

let b:current_syntax = 'hsrules'
let &cpo = s:cpo_save
unlet s:cpo_save
