// An old address leads on; whoever came for a place on the page, or with a choice in the address, gets there too.
const link = document.querySelector("main a");
location.replace(`${link.href}${location.search}${location.hash}`);
