package io.firstcome.web;

import org.springframework.context.annotation.Configuration;

/** Everything of this module, for an application to import. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {}
