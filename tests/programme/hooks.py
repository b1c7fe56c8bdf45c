from kennisstad_host import *  # noqa: F403
