// biome-ignore-all lint/suspicious/noTemplateCurlyInString: cells are written in such text.

/** Sources that are hard to keep. */
export const sources: readonly string[] = [
  "",
  "1 + 1",
  " ",
  "\n",
  "\n\n",
  "   \n\t\n",
  "\n\n  leading",
  "trailing\n\n",
  "    indented by four\n        and eight",
  "  two\n\n   three  \n",
  "a\n    \nb\n \nc",
  "</script>",
  "</script >",
  "</SCRIPT>",
  "</script",
  "</script\n",
  "a </script\nb",
  "<\\/script>",
  "<\\\\/script>",
  "<\\/script",
  "</scripty>",
  "</script/>",
  "<\\/script/>",
  "<script>",
  "<script></script>",
  "<!-- comment -->",
  "<!--",
  "<!-- <b> </script>",
  "<!--<script",
  "<!--<script>",
  "<!--<script>-->",
  "<!--<script></script>",
  "<!--<script></script>-->",
  "<!--<script></script><script>",
  "<!--<script></script>\n<script>",
  "<!--<script></script></notebook>",
  "<!--<script><\\/script>",
  "<!--<script></script/>",
  "<!--<script </script/ -->",
  "<!--><script>",
  "<!---><script>",
  "<!----><script>",
  "<!--<script>--></script>",
  "<!--<SCRIPT\t",
  "-->",
  "const html = '<!--<script>' + x;\nconst end = '</script>';",
  "<\\!--<\\script>",
  "<!--<\\script",
  "&amp; &lt;b&gt; \"quotes\" 'too' `${a}`",
  "\u00a0nbsp\u00a0\n\u2028\u2029 \ufeff",
  "\ufeff",
  "é 玉衡 😀",
  "select 1 -- ${x}",
];

/** Whole files of many forms, some well made and some not. */
export const files: readonly string[] = [
  "",
  "\ufeff",
  "<notebook></notebook>",
  "<!doctype html>\n<notebook>\n</notebook>\n",
  `<!doctype html>
<notebook theme="air">
  <title>Carbon &amp; nitrogen</title>
  <script id="1" type="text/markdown">
    # Hello

    \${x}
  </script>
  <script id="2" type="module" pinned="">
    const x = 1;
      display(x)
  </script>
  <script id="4" type="application/sql" database="var:db" output="rows" hidden>
    select * from t where a = \${x}
  </script>
</notebook>
`,
  `\ufeff<!DOCTYPE HTML>\r\n<html>\r\n<head><title>Head</title></head>\r\n<NOTEBOOK Theme='slate' readonly data-seed=42 x-unknown="1">\r\n  <!-- a comment with <script id="9"> in it -->\r\n  <script type='module' id='3' data-name="a" odd  =  "b" PINNED>\r\n    1\r\n    2\r\n  </script >\r\n\r\n\r\n  <div class="foreign"><script id=5 type=text/html><b>inline</b></script></div>\r\n  <style>notebook > script { display: none } /* <script> */</style>\r\n</notebook>\r\ntext after\r\n`,
  `<notebook>
<script id="1">a</script><script id="1">b</script>
<script>c</script>
<script id="x" type="text/x-unknown" future="yes">
d
</script>
<script id="-3" type="text/x-python" format="json" since="2020-01-01">    e</script>
<script id="2.7"></script>
</notebook>`,
  `<notebook><title>t</title><script id="1">\n    "<!--<script>"\n  </script>\n  <script id="2">\n    2\n  </script>\n</notebook>\n`,
  `<notebook><script id="1">\n    <!--<script></script>\n  </script>\n  <script id="2">2</script></notebook>`,
  "<notebook><script id=1>never closed",
  "<notebook><script id=1>cut</script",
  "<notebook><script id=1>a</script><script id=2>cut</scr",
  "<notebook><title>never closed",
  "<notebook><script id=1>1</script><!-- never closed <script id=2>2</script></notebook>",
  "<!-- never closed",
  "<notebook",
  '<notebook theme="cut',
  "no notebook at all",
  "<script id=1>outside</script><p>text</p>",
  "<notebook><script id=1>1</script></notebook><script id=2>outside</script><notebook><script id=3>3</script></notebook>",
  `<notebook>
  <title>Carbon</title>
  <title lang="zh-CN">碳</title>
  <title lang='zh-CN'>not read</title><title lang>nor this</title><title
    lang=de>Kohlenstoff &amp; mehr</title>
  <script id="1" type="text/markdown" lang="en">
    # Carbon
  </script>
  <script id="2" type="text/markdown" lang=zh-CN>
    # 碳
  </script>
</notebook>
`,
  "<svg><title>picture</title></svg><notebook><template><script>no cell</script></template><script>cell</script></notebook>",
  "<notebook><textarea><script></textarea><script>1</script></notebook></notebook><title>late &lt;</title>",
  "<notebook data-format-version=99><script data-value='{'>1</script><script data-value='[1]'>1</script></notebook>",
  "<notebook>&lt;script&gt; < script> <> </> <!x> <?y?> </ z> <1><script>1</script></notebook>",
  "<notebook><plaintext><script>1</script></notebook>",
  "<title></title><notebook\n  theme\n=\nair\n/><script\nid=7\n/>1</script\n\t></notebook\n>",
];
