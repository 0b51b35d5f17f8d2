/** The datasets that the inventories are read from: names alone, for programs that do not load the code which reads them. */
export const uslciDatasets = ["uslci_process", "uslci_exchange", "fedefl_flowable"] as const;

/** Factors of fuels per litre, tonne and kWh, whose ratios are densities and heating values. */
export const fuelDensityDataset = "factors_value_chain_uk";
export const premiseDatasets = ["premise_inventory", "premise_more_activity", "premise_more_exchange"] as const;
export const windTurbineDatasets = ["wind_turbine_exchange"] as const;

/** What stands for the background products of inventories. */
export const linkDataset = "background_link";

/** The characterisation factors. */
export const factorDataset = "lcia_factors";
