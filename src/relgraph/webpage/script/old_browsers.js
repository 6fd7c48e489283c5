// Says so where a browser is too old for the page: a script of its own, in words that each of them can read.

(function () {
  var isRecent = "DecompressionStream" in window && "toReversed" in Array.prototype;
  var line = document.getElementById("too-old");
  if (line && !isRecent) line.hidden = false;
})();
