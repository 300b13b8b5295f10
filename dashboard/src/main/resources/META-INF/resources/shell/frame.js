// What the frame does without asking the server: theme, keys, the menu on a phone.
const root = document.documentElement;
const stored = () => {
  try {
    return localStorage.getItem('readiness-theme');
  } catch {
    return null;
  }
};
const isDark = () =>
  (root.style.colorScheme || stored()) === 'dark' ||
  (!root.style.colorScheme && !stored() && matchMedia('(prefers-color-scheme: dark)').matches);
const apply = (scheme) => {
  root.style.colorScheme = scheme;
  root.dataset.scheme = scheme;
  // charts take their colours from the page and draw themselves again
  document.dispatchEvent(new CustomEvent('readiness-theme', { detail: scheme }));
};
apply(isDark() ? 'dark' : 'light');

const typing = (event) => {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
};

document.addEventListener('click', (event) => {
  const path = event.composedPath().filter((node) => node instanceof HTMLElement);
  const has = (name) => path.find((node) => node.classList.contains(name));
  if (has('theme-button')) {
    const next = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('readiness-theme', next);
    } catch {
      // a browser that keeps nothing still changes for now
    }
    apply(next);
  }
  const frame = document.querySelector('.frame');
  const button = has('menu-button');
  if (button) {
    const open = frame.classList.toggle('menu-open');
    button.setAttribute('aria-expanded', String(open));
  } else if (frame?.classList.contains('menu-open') && path.some((node) => node.tagName === 'A' || node.id === 'main')) {
    frame.classList.remove('menu-open');
    frame.querySelector('.menu-button')?.setAttribute('aria-expanded', 'false');
  }
  if (path.some((node) => node.dataset.close !== undefined)) {
    document.getElementById('keys-help')?.close();
  }
});

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) {
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    document.querySelector('.search')?.focus();
  } else if (event.key === '?') {
    document.getElementById('keys-help')?.showModal();
  }
});
