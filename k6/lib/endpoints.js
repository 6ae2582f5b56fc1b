// Every endpoint that the scripts call, as it is in the OpenAPI document. A test (K6ScriptsTest) compares them.

export const AUDIT = 'GET /audit/event';
export const AUDIT_HEAD = 'GET /audit/event/head';
export const BEST_SELLERS = 'GET /product/best-sellers';
export const CANCEL_ORDER = 'POST /order/{orderId}/cancel';
export const CHARGE = 'POST /user/{userId}/point';
export const COUPON = 'GET /coupon/{couponId}';
export const CREATE_COUPON = 'POST /coupon';
export const CREATE_PRODUCT = 'POST /product';
export const MY_COUPONS = 'GET /user/{userId}/coupon';
export const MY_ORDERS = 'GET /order';
export const MY_POINTS = 'GET /user/{userId}/point';
export const ORDER = 'GET /order/{orderId}';
export const PAY = 'POST /payment';
export const PLACE_ORDER = 'POST /order';
export const PROCESSORS = 'GET /processor';
export const PRODUCT = 'GET /product/{productId}';
export const PRODUCTS = 'GET /product';
export const PUBLISH = 'POST /coupon/publish';
export const RECEIVE_STOCK = 'POST /product/{productId}/stock';
export const STOCK = 'GET /product/{productId}/stock';
