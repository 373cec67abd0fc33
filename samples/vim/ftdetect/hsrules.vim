" Rule files of hs and their tests, hs-rules(5).  Other programs have *.rules
" and *.test of their own: the first line decides, or that of a new file.
" SPDX-License-Identifier: GPL-3.0-or-later
autocmd BufNewFile,BufRead *.rules,*.test call s:Detect()

function! s:Detect()
  for l:line in getline(1, 50)
    if l:line =~# '^rules 1\s*$'
      setlocal filetype=hsrules
      return
    elseif l:line !~# '^\s*\(#.*\)\=$'
      return
    endif
  endfor
endfunction
