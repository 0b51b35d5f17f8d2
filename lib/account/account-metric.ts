/** By what accounts are summed where nothing else is asked: that of the factors that ship with companies. */
export const ACCOUNT_METRIC = "AR5.GWP100";
