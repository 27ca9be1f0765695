/* python3.dll: its exports are forwarded to python311.dll by the module definition that is linked with it. */
int DllMain(void *module, unsigned long reason, void *reserved) { return 1; }
