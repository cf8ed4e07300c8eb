// Runs before anything is drawn, so that a reader who chose a theme never sees the other one flash by; without a choice the system's
// theme holds, when it changes too.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = localStorage.getItem('theme');
    document.documentElement.dataset.theme = ['light', 'dark'].includes(chosen) ? chosen : system.matches ? 'dark' : 'light';
  };
  apply();
  system.addEventListener('change', apply);
})();
